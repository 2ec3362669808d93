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
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.MdmRun.Origin;
import org.carrel.devices.MdmUpload;
import org.carrel.security.CurrentCaller;

/** Takes a file of devices from the form on desk/device-imports.xhtml, looks through it, and leads to its page. */
@WebServlet(DeviceImportUploadServlet.PATH)
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class DeviceImportUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/device-imports/upload";
    private static final int LONGEST_NAME = 200;

    @Inject
    transient DeviceImports imports;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var site = Objects.requireNonNullElse(request.getParameter("site"), "").strip();
        var file = isUpload(request) ? request.getPart("file") : null;
        if (file == null || file.getSize() == 0) to(request, response, "/desk/device-imports?problem=NO_FILE");
        else if (!caller.required().isOf(site)) to(request, response, "/desk/device-imports?problem=NO_SITE");
        else
            to(
                    request,
                    response,
                    stage(file, site)
                            .map(id -> "/desk/device-import/" + id)
                            .orElse("/desk/device-imports?problem=NO_SITE"));
    }

    private static boolean isUpload(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/form-data");
    }

    private Optional<Long> stage(Part file, String site) throws IOException {
        var spool = Files.createTempFile("carrel-devices", ".upload");
        try {
            try (var in = file.getInputStream();
                    var out = Files.newOutputStream(spool)) {
                in.transferTo(out);
            }
            return imports.stage(
                    new MdmUpload(spool, name(file), site, Origin.DESK),
                    caller.required().username());
        } finally {
            Files.deleteIfExists(spool);
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

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
