package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.devices.AgreementDraft;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.Agreements;
import org.carrel.devices.DeviceCategory;
import org.carrel.patrons.PatronCategory;
import org.carrel.security.CurrentCaller;

/** The forms of desk/agreements.xhtml: words are published, or nobody has to sign them any more. */
@WebServlet(AgreementsServlet.SAVE)
public class AgreementsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/agreements/save";
    /** Request attribute: an {@link AgreementProblem}. */
    static final String PROBLEM = "org.carrel.desk.agreementProblem";

    private static final String PAGE = "/desk/agreements";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Agreements agreements;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var id = Math.max(0, FormTexts.integer(texts.get("agreement")));
        var problem = Optional.<AgreementProblem>empty();
        if (texts.get("do").equals("end")) agreements.end(id, caller.required());
        else problem = agreements.publish(draft(id, texts), caller.required());
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PAGE + "?done=yes");
            return;
        }
        request.setAttribute(PROBLEM, problem.get());
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/agreements.xhtml").forward(request, response);
    }

    private static AgreementDraft draft(int id, FormTexts texts) {
        var site = texts.get("site");
        return new AgreementDraft(
                id,
                texts.get("name"),
                site.isEmpty() || site.equals(PeopleAddress.ALL) ? Optional.empty() : Optional.of(site),
                InventoryAddress.one(PatronCategory.class, texts.get("whom")),
                InventoryAddress.one(DeviceCategory.class, texts.get("what")),
                FormTexts.integer(texts.get("year")),
                texts.get("english"),
                texts.get("spanish"));
    }
}
