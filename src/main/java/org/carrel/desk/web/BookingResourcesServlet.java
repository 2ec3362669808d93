package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.devices.Carts;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.InventoryCart;
import org.carrel.scheduling.ResourceProblem;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** The forms of desk/booking-resources.xhtml. */
@WebServlet(BookingResourcesServlet.CHANGE)
public class BookingResourcesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/booking-resources/change";
    static final String PAGE = "/desk/booking-resources";
    /** Request attribute: what is wrong, a set of {@link ResourceProblem}. */
    static final String PROBLEMS = "org.carrel.desk.resourceProblems";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient BookingResources resources;

    @Inject
    transient Carts carts;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site")).map(SchoolSite::code);
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (texts.get("do")) {
            case "save" -> save(texts, site.get(), request, response);
            case "retire", "restore" -> {
                var retired = texts.get("do").equals("retire");
                var known = resources.retire(FormTexts.number(texts.get("id")), retired, caller.required());
                if (known) to(request, response, site.get(), "&done=" + texts.get("do"));
                else again(request, response, Set.of(ResourceProblem.GONE));
            }
            case "propose" -> {
                var known = carts.list(caller.required()).stream()
                        .filter(cart -> cart.cart().siteCode().equalsIgnoreCase(site.get()))
                        .map(cart ->
                                new InventoryCart(cart.cart().id(), cart.cart().name()))
                        .toList();
                to(
                        request,
                        response,
                        site.get(),
                        "&done=propose&number=" + resources.propose(site.get(), known, caller.required()));
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void save(FormTexts texts, String site, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var problems = resources.save(resource(texts, site), caller.required());
        if (problems.isEmpty()) to(request, response, site, "&done=save");
        else again(request, response, problems);
    }

    /** What cannot be read is -1, which no resource can be. */
    static BookingResource resource(FormTexts texts, String site) {
        return new BookingResource(
                Math.max(0, FormTexts.number(texts.get("id"))),
                site,
                texts.oneOf("kind", Kind.ZONE),
                texts.get("nameEn").strip(),
                texts.get("nameEs").strip(),
                texts.get("classes").isBlank() ? 1 : FormTexts.integer(texts.get("classes")),
                texts.get("seats").isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(FormTexts.integer(texts.get("seats"))),
                minutes(texts.get("before")),
                minutes(texts.get("after")),
                number(texts.get("device")),
                number(texts.get("account")),
                OptionalInt.empty(),
                number(texts.get("policy")),
                Math.clamp(FormTexts.integer(texts.get("position")), 0, 999),
                false);
    }

    private static Duration minutes(String text) {
        return text.isBlank() ? Duration.ZERO : Duration.ofMinutes(FormTexts.integer(text));
    }

    private static OptionalLong number(String text) {
        var number = FormTexts.number(text);
        return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String site, String more) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?site=" + FormTexts.encoded(site) + more);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Set<ResourceProblem> problems)
            throws ServletException, IOException {
        request.setAttribute(PROBLEMS, problems);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/booking-resources.xhtml").forward(request, response);
    }
}
