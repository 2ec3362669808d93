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
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.carrel.catalog.Authorities;
import org.carrel.security.CurrentCaller;

/** Takes a file of authorities from the form on desk/authorities.xhtml, looks through it, and leads to its page. */
@WebServlet(AuthorityUploadServlet.PATH)
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class AuthorityUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/authorities/upload";

    @Inject
    transient Authorities authorities;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        var file = type.startsWith("multipart/form-data") ? request.getPart("file") : null;
        var path = file == null || file.getSize() == 0
                ? "/desk/authorities?problem=" + UploadProblem.NO_FILE
                : "/desk/authority-file/" + read(file);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    private long read(Part file) throws IOException {
        var spool = Files.createTempFile("carrel-upload", ".tmp");
        try (var in = file.getInputStream()) {
            Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
            return authorities.read(
                    spool, ImportUploadServlet.name(file), caller.required().account());
        } finally {
            Files.deleteIfExists(spool);
            file.delete();
        }
    }
}
