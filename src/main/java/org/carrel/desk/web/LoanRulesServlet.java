package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.LoanRules;
import org.carrel.circulation.RuleAct;
import org.carrel.circulation.RuleDraft;
import org.carrel.circulation.RulePreview;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;

/** Everything that can be done to the loan rules: each change is looked at first, and saved when that is confirmed. */
@WebServlet(LoanRulesServlet.CHANGE)
public class LoanRulesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/loan-rules/change";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.loanRulesSent";

    static final String PAGE = "/desk/loan-rules";
    static final String ONE = "/desk/loan-rule";
    private static final String SAVE = "save";
    private static final String FORM = "form";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient LoanRules rules;

    @Inject
    transient RuleReach reach;

    /**
     * A form that is shown again.
     *
     * @param draft what the form asks for, where that could be read
     * @param preview empty for a form that is only shown again
     */
    record Sent(
            RuleAct act,
            FormTexts texts,
            List<RuleProblem> problems,
            Optional<RuleDraft> draft,
            Optional<RulePreview> preview) {
        static Sent wrong(RuleAct act, FormTexts texts, List<RuleProblem> problems, Optional<RuleDraft> draft) {
            return new Sent(act, texts, problems, draft, Optional.empty());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var act = RuleAct.of(texts.get("act")).filter(one -> one != RuleAct.FIRST);
        if (act.isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else if (!reach.mayDo(act.get(), RuleForm.key(texts), groupSite(act.get(), texts)))
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else answer(request, response, act.get(), texts);
    }

    /** A group that goes has the site that it has, not one that a form could say. */
    private Optional<String> groupSite(RuleAct act, FormTexts texts) {
        var named = rules.read().table().groups().stream()
                .filter(group -> group.name().equalsIgnoreCase(texts.get("name").strip()))
                .findFirst();
        if (act == RuleAct.UNGROUP || named.isPresent() && named.get().site().isEmpty())
            return named.flatMap(group -> group.site());
        return RuleForm.code(texts.get("groupSite"));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, RuleAct act, FormTexts texts)
            throws ServletException, IOException {
        var current = rules.read();
        var base = FormTexts.integer(texts.get("base"));
        var table = act == RuleAct.RESTORE
                ? rules.version(FormTexts.integer(texts.get("version")))
                : Optional.of(current.table());
        if (table.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var read = RuleForm.read(act, base, table.get(), texts);
        var problems = base == current.version() ? read.problems() : stale();
        if (read.draft().isEmpty() || !problems.isEmpty()) {
            again(request, response, Sent.wrong(act, texts, problems, read.draft()));
            return;
        }
        go(request, response, new Sent(act, texts, List.of(), read.draft(), Optional.empty()));
    }

    private void go(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        var draft = sent.draft().orElseThrow();
        var wish = sent.texts().get("do");
        if (wish.equals(FORM)) {
            forward(request, response, sent, HttpServletResponse.SC_OK);
        } else if (wish.equals(SAVE)) {
            var problems = rules.save(draft, reach.account());
            if (problems.isEmpty()) saved(request, response, sent.act());
            else again(request, response, Sent.wrong(sent.act(), sent.texts(), problems, sent.draft()));
        } else {
            var preview = rules.preview(draft);
            var shown = new Sent(sent.act(), sent.texts(), preview.problems(), sent.draft(), Optional.of(preview));
            if (preview.problems().isEmpty()) forward(request, response, shown, HttpServletResponse.SC_OK);
            else again(request, response, Sent.wrong(sent.act(), sent.texts(), preview.problems(), sent.draft()));
        }
    }

    private static List<RuleProblem> stale() {
        return List.of(RuleProblem.of(Place.TABLE, 0, Kind.STALE, ""));
    }

    private static void saved(HttpServletRequest request, HttpServletResponse response, RuleAct act) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + act.word());
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        forward(request, response, sent, UNPROCESSABLE);
    }

    /** A rule's form and every preview have a page of their own; what is wrong elsewhere stands beside its form. */
    private static void forward(HttpServletRequest request, HttpServletResponse response, Sent sent, int status)
            throws ServletException, IOException {
        var one = sent.preview().isPresent() || sent.act() == RuleAct.EDIT;
        request.setAttribute(SENT, sent);
        request.setAttribute(StaffView.ADDRESS, one ? ONE : PAGE);
        response.setStatus(status);
        request.getRequestDispatcher(one ? "/desk/loan-rule.xhtml" : "/desk/loan-rules.xhtml")
                .forward(request, response);
    }
}
