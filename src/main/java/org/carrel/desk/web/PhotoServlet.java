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
import java.util.Optional;
import org.carrel.devices.DevicePhotos;
import org.carrel.devices.RepairChanged;
import org.carrel.security.CurrentCaller;

/** Pictures of devices and of what is broken, and the form on desk/inventory-device.xhtml that adds one. */
@WebServlet({PhotoServlet.SHOW, PhotoServlet.DEVICE, PhotoServlet.SENT_TO})
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class PhotoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SHOW = "/desk/photo-show";
    static final String DEVICE = "/desk/inventory-photo";
    /** The address of the form itself: the server takes files only for whom a request was sent to, not for whom it is handed on to. */
    static final String SENT_TO = "/desk/inventory/*";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DevicePhotos photos;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var photo = request.getDispatcherType() == DispatcherType.FORWARD
                ? photos.find(Numbered.importNumber(request).orElse(0))
                : Optional.<DevicePhotos.Shown>empty();
        if (photo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var jpeg = photo.get().jpeg();
        response.setContentType("image/jpeg");
        response.setContentLength(jpeg.length);
        response.getOutputStream().write(jpeg);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = Numbered.importNumber(request).orElse(0);
        var problem = new RepairWords(words).problem(add(id, request));
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/inventory/" + id + "?done=saved");
            return;
        }
        request.setAttribute(InventoryServlet.PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/inventory/" + id);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/inventory-device.xhtml").forward(request, response);
    }

    private RepairChanged add(long id, HttpServletRequest request) throws ServletException, IOException {
        var file = ReportServlet.isUpload(request) ? request.getPart("photo") : null;
        if (file == null) return new RepairChanged.Refused(RepairChanged.Why.NO_FILE);
        try (var in = file.getInputStream()) {
            return photos.addToDevice(
                    id, in, RepairWords.request(FormTexts.of(request).get("request")), caller.required());
        } finally {
            file.delete();
        }
    }
}
