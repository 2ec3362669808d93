package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.DepreciationRule;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceValues;

/** The rules of desk/device-value.xhtml. */
@WebServlet(DeviceValueServlet.SAVE)
public class DeviceValueServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/device-value/save";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.valueProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceValues values;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var rule = new DepreciationRule(
                texts.oneOf("category", DeviceCategory.OTHER),
                FormTexts.integer(texts.get("months")),
                FormTexts.integer(texts.get("percent")),
                Math.max(0, FormTexts.integer(texts.get("version"))));
        if (values.save(rule)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/device-value?done=saved#rules-title");
            return;
        }
        request.setAttribute(PROBLEM, words.text(rule.isPossible() ? "conditionProblem.STALE" : "value.problem"));
        request.setAttribute(StaffView.ADDRESS, "/desk/device-value");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/device-value.xhtml").forward(request, response);
    }
}
