package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.carrel.patrons.RosterOwners;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterUpload;
import org.carrel.patrons.Rosters;
import org.carrel.security.CurrentCaller;

/** Takes a roster from the form on desk/rosters.xhtml, looks through it, and leads to its page. */
@WebServlet(RosterUploadServlet.PATH)
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class RosterUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/rosters/upload";
    private static final int LONGEST_NAME = 200;

    @Inject
    transient Rosters rosters;

    @Inject
    transient RosterOwners owners;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var source =
                Objects.requireNonNullElse(request.getParameter("source"), "").strip();
        var file = isUpload(request) ? request.getPart("file") : null;
        if (file == null || file.getSize() == 0) again(request, response, "NO_FILE", source);
        else if (source.isEmpty()) again(request, response, "NO_SOURCE", "");
        else to(request, response, "/desk/roster/" + stage(file, source, request.getParameter("ask") != null));
    }

    private static boolean isUpload(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/form-data");
    }

    /** The file has its own name on the disk, as far as names go there: findings say it. */
    private long stage(Part file, String source, boolean ask) throws IOException {
        var name = name(file);
        var folder = Files.createTempDirectory("carrel-roster");
        var spool = folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_"));
        try {
            try (var in = file.getInputStream()) {
                Files.copy(in, spool);
            }
            var upload = new RosterUpload(spool, name, source, Origin.DESK, ask, owners.onlySite(caller));
            return rosters.stage(upload, caller.required().username());
        } finally {
            Files.deleteIfExists(spool);
            Files.deleteIfExists(folder);
            file.delete();
        }
    }

    /** The last part of what the browser calls the file, without signs that nobody can see. */
    private static String name(Part file) {
        var whole = Objects.requireNonNullElse(file.getSubmittedFileName(), "");
        var last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{C}", "").strip();
        var usable = plain.replace(".", "").isEmpty() ? "file" : plain;
        return usable.substring(Math.max(0, usable.length() - LONGEST_NAME));
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, String problem, String source) {
        var typed = URLEncoder.encode(source, StandardCharsets.UTF_8);
        to(request, response, "/desk/rosters?problem=" + problem + "&source=" + typed);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
