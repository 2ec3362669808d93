package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Device;
import org.carrel.security.Device.Audience;
import org.carrel.security.Device.Skin;
import org.carrel.security.Devices;

/**
 * The buttons of desk/devices.xhtml. The code of a new screen is shown in the answer to its form and nowhere else, ever
 * again.
 */
@WebServlet({DeviceServlet.NEW, DeviceServlet.OFF})
public class DeviceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String NEW = "/desk/devices/new";
    static final String OFF = "/desk/device-off";
    /** Request attributes: a {@link Made}, or the problem with the name. */
    static final String MADE = "org.carrel.desk.deviceMade";

    static final String PROBLEM = "org.carrel.desk.deviceProblem";
    private static final String PAGE = "/desk/devices";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Devices devices;

    @Inject
    transient CurrentCaller caller;

    /** A new screen and the code to type there. */
    record Made(String name, String code) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(NEW)) add(request, response);
        else if (request.getDispatcherType() == DispatcherType.FORWARD) switchOff(request, response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var form = FormTexts.of(request);
        var name = form.get("name").strip();
        var mayNot = !caller.required().isOf(form.get("site"));
        var code = name.isEmpty() || name.length() > Device.MAX_NAME || mayNot
                ? Optional.<String>empty()
                : devices.add(
                        name,
                        form.get("site"),
                        form.oneOf("skin", Skin.STANDARD),
                        form.oneOf("audience", Audience.ALL));
        if (code.isPresent()) request.setAttribute(MADE, new Made(name, code.get()));
        else {
            request.setAttribute(PROBLEM, name.isEmpty() ? "devices.noName" : "devices.badForm");
            response.setStatus(UNPROCESSABLE);
        }
        request.setAttribute(StaffView.ADDRESS, PAGE);
        request.getRequestDispatcher("/desk/devices.xhtml").forward(request, response);
    }

    private void switchOff(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Numbered.importNumber(request);
        if (number.isEmpty() || !devices.switchOff(number.getAsLong())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE);
    }
}
