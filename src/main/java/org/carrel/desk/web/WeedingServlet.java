package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.shelfwork.Weeding;
import org.carrel.shelfwork.WeedingProblem;

/** What desk/weeding.xhtml sends: decisions about the copies that are ticked. */
@WebServlet(WeedingServlet.PATH)
public class WeedingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/weeding/change";

    private static final String TAKE = "take-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Weeding weeding;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (!texts.get("undo").isEmpty()) {
            var back = weeding.undo(site.get(), FormTexts.number(texts.get("undo")), caller.required());
            to(site.get(), "undone", back, request, response);
        } else decide(site.get(), texts, request, response);
    }

    private void decide(SchoolSite site, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var chosen = chosen(texts);
        if (chosen.isEmpty()) {
            problem(WeedingProblem.NOTHING_CHOSEN, request, response);
            return;
        }
        switch (texts.get("do")) {
            case "keep" -> {
                var year = FormTexts.integer(texts.get("until"));
                var wrong = weeding.keep(site, chosen, year, texts.get("reason"), caller.required());
                done(wrong, site, "kept", chosen.size(), request, response);
            }
            case "forget" -> {
                weeding.forget(site, chosen);
                to(site, "forgotten", chosen.size(), request, response);
            }
            case "mend" -> done(weeding.mend(site, chosen), site, "mended", chosen.size(), request, response);
            case "withdraw" -> {
                var plan = weeding.withdraw(site, chosen, CartServlet.id(texts), caller.required());
                to(site, "withdrawn", plan.possible(), request, response);
            }
            default -> {
                request.setAttribute(WeedingView.PLAN, weeding.plan(site, chosen));
                show(request, response);
            }
        }
    }

    /** At most as many as the form can hold: a page has fewer. */
    private static TreeSet<Long> chosen(FormTexts texts) {
        var chosen = new TreeSet<Long>();
        for (var name : texts.texts().keySet())
            if (name.startsWith(TAKE) && chosen.size() < Weeding.MOST_AT_ONCE)
                chosen.add(FormTexts.number(name.substring(TAKE.length())));
        return chosen;
    }

    private void done(
            Optional<WeedingProblem> wrong,
            SchoolSite site,
            String what,
            int count,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        if (wrong.isPresent()) problem(wrong.get(), request, response);
        else to(site, what, count, request, response);
    }

    private void problem(WeedingProblem why, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(WeedingView.PROBLEM, words.text("weedingProblem." + why));
        response.setStatus(UNPROCESSABLE);
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, WeedingView.PAGE);
        request.getRequestDispatcher("/desk/weeding.xhtml").forward(request, response);
    }

    private static void to(
            SchoolSite site, String done, int count, HttpServletRequest request, HttpServletResponse response) {
        var path = new StringBuilder(request.getContextPath()).append(WeedingView.PAGE);
        InventoryAddress.add(path, "site", site.code());
        InventoryAddress.add(path, "done", done);
        InventoryAddress.add(path, "count", String.valueOf(count));
        InventoryAddress.add(path, "rule", FormTexts.of(request).get("rule"));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path.toString());
    }
}
