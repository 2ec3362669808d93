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
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.MarcImports;
import org.carrel.security.CurrentCaller;

/** Takes a MARC file from the form on desk/import.xhtml, stages it, and leads to the page of its import. */
@WebServlet(ImportUploadServlet.PATH)
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class ImportUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/import/upload";
    private static final int LONGEST_NAME = 200;

    @Inject
    transient MarcImports imports;

    @Inject
    transient ImportProfiles profiles;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var site =
                parameter(request, "new-site").isEmpty() ? parameter(request, "site") : parameter(request, "new-site");
        var file = isUpload(request) ? request.getPart("file") : null;
        if (file == null || file.getSize() == 0) again(request, response, UploadProblem.NO_FILE, site);
        else if (site.isEmpty()) again(request, response, UploadProblem.NO_SITE, site);
        else if (!caller.required().isOf(site)) again(request, response, UploadProblem.OTHER_SITE, "");
        else if (site.length() > UploadProblem.LONGEST_SITE) again(request, response, UploadProblem.SITE_TOO_LONG, "");
        else to(request, response, "/desk/import/" + stage(file, site, profile(request)));
    }

    private static boolean isUpload(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/form-data");
    }

    private long stage(Part file, String site, Optional<ImportProfile> profile) throws IOException {
        var spool = Files.createTempFile("carrel-upload", ".tmp");
        try (var in = file.getInputStream()) {
            Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
            return profile.isPresent()
                    ? imports.stage(spool, name(file), site, profile.get())
                    : imports.stage(spool, name(file), site);
        } finally {
            Files.deleteIfExists(spool);
            file.delete();
        }
    }

    /** The profile that was chosen; one that is gone meanwhile is none. */
    private Optional<ImportProfile> profile(HttpServletRequest request) {
        var asked = parameter(request, "profile");
        return asked.matches("[1-9][0-9]{0,17}") ? profiles.find(Long.parseLong(asked)) : Optional.empty();
    }

    /** The last part of what the browser calls the file, without signs that nobody can see. */
    static String name(Part file) {
        var whole = Objects.requireNonNullElse(file.getSubmittedFileName(), "");
        var last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{C}", "").strip();
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private static void again(
            HttpServletRequest request, HttpServletResponse response, UploadProblem problem, String site) {
        to(
                request,
                response,
                "/desk/import?problem=" + problem + "&site=" + URLEncoder.encode(site, StandardCharsets.UTF_8));
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
