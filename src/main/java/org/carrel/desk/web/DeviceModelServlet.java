package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.Accessories;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.ModelSaved;

/** The form of desk/inventory-model.xhtml. */
@WebServlet(DeviceModelServlet.SAVE)
public class DeviceModelServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/inventory-models/save";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceModels models;

    @Inject
    transient Accessories accessories;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = DeviceModelForm.typed(FormTexts.of(request), accessories.types());
        if (form.wrong().isEmpty()) {
            var saved =
                    form.id() == 0 ? models.add(form.facts()) : models.change(form.id(), form.version(), form.facts());
            if (saved instanceof ModelSaved.Saved) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", request.getContextPath() + "/desk/inventory-models?done=saved");
                return;
            }
            form = form.answered(saved);
        }
        request.setAttribute(DeviceModelForm.SENT, form);
        request.setAttribute(
                StaffView.ADDRESS, form.id() == 0 ? "/desk/inventory-model" : "/desk/inventory-model/" + form.id());
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/inventory-model.xhtml").forward(request, response);
    }
}
