package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.scheduling.BookingPolicies;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.NamedPolicy;
import org.carrel.scheduling.PolicyProblem;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** The forms of desk/booking-policies.xhtml. */
@WebServlet(BookingPoliciesServlet.CHANGE)
public class BookingPoliciesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/booking-policies/change";
    static final String PAGE = "/desk/booking-policies";
    /** Request attribute: what is wrong, a set of {@link PolicyProblem}. */
    static final String PROBLEMS = "org.carrel.desk.bookingPolicyProblems";

    static final String ROLE = "role-";
    static final String RESOURCE = "resource-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient BookingPolicies policies;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site")).map(SchoolSite::code);
        var act = texts.get("do");
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!act.equals("save") && !act.equals("remove")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var problems = act.equals("save")
                ? policies.save(policy(texts, site.get()), caller.required())
                : policies.remove(FormTexts.number(texts.get("id")), caller.required());
        if (problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    request.getContextPath() + PAGE + "?site=" + FormTexts.encoded(site.get()) + "&done=" + act);
            return;
        }
        request.setAttribute(PROBLEMS, problems);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/booking-policies.xhtml").forward(request, response);
    }

    /** What cannot be read is -1, which no policy can be. */
    static NamedPolicy policy(FormTexts texts, String site) {
        var roles = Arrays.stream(Booker.values())
                .filter(role -> texts.has(ROLE + role))
                .collect(Collectors.toSet());
        var resources = texts.texts().keySet().stream()
                .filter(name -> name.startsWith(RESOURCE))
                .map(name -> FormTexts.number(name.substring(RESOURCE.length())))
                .collect(Collectors.toSet());
        var policy = new BookingPolicy(
                roles,
                hours(texts.get("latest")),
                limit(texts.get("daysAhead")),
                limit(texts.get("perDay")),
                limit(texts.get("perWeek")),
                limit(texts.get("perTerm")),
                limit(texts.get("inARow")),
                texts.has("approval"),
                hours(texts.get("cancel")));
        return new NamedPolicy(
                Math.max(0, FormTexts.number(texts.get("id"))),
                site,
                texts.get("name").strip(),
                policy,
                Set.copyOf(resources));
    }

    private static Duration hours(String text) {
        return text.isBlank() ? Duration.ZERO : Duration.ofHours(FormTexts.integer(text));
    }

    private static OptionalInt limit(String text) {
        return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(FormTexts.integer(text));
    }
}
