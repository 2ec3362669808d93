package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.lists.Covers;
import org.carrel.platform.pictures.Redrawing.Trouble;
import org.carrel.security.CurrentCaller;

/** The form on desk/record.xhtml that puts a cover on a title, and takes it away. */
@WebServlet({CoverUploadServlet.PUT, CoverUploadServlet.SENT_TO})
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class CoverUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PUT = "/desk/record-cover";
    /** The address of the form itself: the server takes files only for whom a request was sent to, not for whom it is handed on to. */
    static final String SENT_TO = "/desk/record/*";

    @Inject
    transient Covers covers;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var number = Numbered.importNumber(request);
        if (request.getDispatcherType() != DispatcherType.FORWARD || number.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var said = FormTexts.of(request).get("do").equals("remove")
                ? remove(number.getAsLong())
                : put(number.getAsLong(), request);
        if (said.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + RecordServlet.path(number.getAsLong()) + "?cover=" + said + "#cover-title");
    }

    private String remove(long bib) {
        covers.remove(bib);
        return "removed";
    }

    /** What became of it, as a word for the address; empty when there is no such title. */
    private String put(long bib, HttpServletRequest request) throws ServletException, IOException {
        var file = ReportServlet.isUpload(request) ? request.getPart("cover") : null;
        if (file == null) return Trouble.NO_FILE.name();
        try (var in = file.getInputStream()) {
            return switch (covers.put(bib, in, caller.required())) {
                case Covers.Put.Kept kept -> "kept";
                case Covers.Put.Refused refused -> refused.why().name();
                case Covers.Put.Gone gone -> "";
            };
        } finally {
            file.delete();
        }
    }
}
