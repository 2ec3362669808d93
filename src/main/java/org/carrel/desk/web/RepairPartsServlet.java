package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.carrel.devices.RepairChanged;
import org.carrel.devices.RepairParts;
import org.carrel.security.CurrentCaller;

/** The forms of desk/repair-parts.xhtml. */
@WebServlet(RepairPartsServlet.CHANGE)
public class RepairPartsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/repair-parts/change";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.partProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient RepairParts parts;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var problem = new RepairWords(words).problem(texts.get("do").equals("new") ? add(texts) : change(texts));
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/repair-parts?done=saved");
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/repair-parts");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/repair-parts.xhtml").forward(request, response);
    }

    private RepairChanged add(FormTexts texts) {
        var price = texts.get("price");
        if (!DeviceWords.isMoney(price)) return new RepairChanged.Refused(RepairChanged.Why.NO_MONEY);
        return parts.addType(texts.get("name"), price.isBlank() ? OptionalInt.empty() : DeviceWords.cents(price));
    }

    private RepairChanged change(FormTexts texts) {
        return parts.stocked(
                FormTexts.integer(texts.get("type")),
                texts.get("site"),
                FormTexts.integer(texts.get("number")),
                texts.get("why").equals("counted"),
                RepairWords.request(texts.get("request")),
                caller.required());
    }
}
