package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.carrel.catalog.ItemCondition;
import org.carrel.shelfwork.Weeding;
import org.carrel.shelfwork.WeedingRule;

/** What desk/weeding-rules.xhtml sends: a rule, to be looked at or to be saved. */
@WebServlet(WeedingRulesServlet.PATH)
public class WeedingRulesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/weeding-rules/save";

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CLASS = 20;

    @Inject
    transient Weeding weeding;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var rule = rule(texts);
        var problem = texts.get("do").equals("look") ? weeding.problem(rule) : weeding.save(rule);
        if (problem.isEmpty() && !texts.get("do").equals("look")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    request.getContextPath() + WeedingRulesView.PAGE + "?site="
                            + FormTexts.encoded(site.get().code()) + "&done=saved");
            return;
        }
        request.setAttribute(WeedingRulesView.TYPED, rule);
        request.setAttribute(StaffView.ADDRESS, WeedingRulesView.PAGE);
        if (problem.isPresent()) {
            request.setAttribute(WeedingRulesView.PROBLEM, words.text("weedingProblem." + problem.get()));
            response.setStatus(UNPROCESSABLE);
        } else {
            var count = weeding.counts(site.get(), List.of(rule)).getOrDefault(rule.id(), 0);
            request.setAttribute(WeedingRulesView.COUNT, count);
        }
        request.getRequestDispatcher("/desk/weeding-rules.xhtml").forward(request, response);
    }

    private static WeedingRule rule(FormTexts texts) {
        var from = group(texts.get("from"));
        var to = group(texts.get("to"));
        return new WeedingRule(
                Math.max(0, FormTexts.integer(texts.get("id"))),
                cut(texts.get("name").strip(), LONGEST_NAME),
                from,
                to.isEmpty() ? from : to,
                number(texts.get("years")),
                number(texts.get("unusedYears")),
                InventoryAddress.one(ItemCondition.class, texts.get("worst"))
                        .filter(worst -> worst == ItemCondition.WORN || worst == ItemCondition.DAMAGED),
                number(texts.get("copies")),
                texts.get("active").equals("yes"),
                Math.max(0, FormTexts.integer(texts.get("version"))));
    }

    private static String group(String text) {
        return cut(text.strip().toUpperCase(Locale.ROOT), LONGEST_CLASS);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** Empty for nothing; what is no number is -1, which no rule allows. */
    private static OptionalInt number(String text) {
        return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(FormTexts.integer(text));
    }
}
