package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.carrel.devices.RepairPolicies;
import org.carrel.devices.RepairPolicy;
import org.carrel.security.CurrentCaller;

/** The form of desk/repair-policy.xhtml. */
@WebServlet(RepairPolicyServlet.SAVE)
public class RepairPolicyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/repair-policy/save";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.policyProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient RepairPolicies policies;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var answer = policies.save(texts.get("site"), policy(texts), caller.required());
        var problem = new RepairWords(words).problem(answer);
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            var site = URLEncoder.encode(texts.get("site"), StandardCharsets.UTF_8);
            response.setHeader("Location", request.getContextPath() + "/desk/repair-policy?done=saved&site=" + site);
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/repair-policy");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/repair-policy.xhtml").forward(request, response);
    }

    /** What cannot be read is -1, which no policy can be. */
    private static RepairPolicy policy(FormTexts texts) {
        var cap = texts.get("cap");
        return new RepairPolicy(
                FormTexts.integer(texts.get("high")),
                FormTexts.integer(texts.get("normal")),
                FormTexts.integer(texts.get("low")),
                TicketServlet.cents(texts.get("labor")),
                FormTexts.integer(texts.get("insured")),
                FormTexts.integer(texts.get("uninsured")),
                cap.isBlank() ? OptionalInt.empty() : OptionalInt.of(TicketServlet.cents(cap)),
                FormTexts.integer(texts.get("free")),
                FormTexts.integer(texts.get("claims")),
                texts.get("default").equals("yes"),
                texts.get("mail").strip(),
                FormTexts.integer(texts.get("count")),
                FormTexts.integer(texts.get("days")),
                Math.max(0, FormTexts.integer(texts.get("version"))));
    }
}
