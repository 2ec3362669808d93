package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.carrel.devices.LentAccessories;
import org.carrel.devices.LentAccessoryChanged;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/accessories-owed.xhtml. */
@WebServlet(OwedAccessoriesServlet.CHANGE)
public class OwedAccessoriesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/accessories-owed/change";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.owedProblem";

    private static final String PAGE = "/desk/accessories-owed";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient LentAccessories accessories;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var id = FormTexts.number(texts.get("accessory"));
        var by = caller.required();
        var answer =
                switch (texts.get("do")) {
                    case "hand-in" -> accessories.handIn(request(texts), id, by);
                    case "charge" -> accessories.charge(request(texts), id, by);
                    case "let-go" -> accessories.letGo(request(texts), id, by);
                    default -> new LentAccessoryChanged.Refused(LentAccessoryChanged.Why.NO_SUCH_THING);
                };
        if (answer instanceof LentAccessoryChanged.Done) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PAGE + "?done=yes");
            return;
        }
        var why = answer instanceof LentAccessoryChanged.Refused refused
                ? refused.why()
                : LentAccessoryChanged.Why.NO_SUCH_THING;
        request.setAttribute(PROBLEM, words.text("lentAccessoryProblem." + why));
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/accessories-owed.xhtml").forward(request, response);
    }

    private static UUID request(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
