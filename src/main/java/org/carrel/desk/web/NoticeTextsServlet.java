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
import java.util.List;
import java.util.Set;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticePolicies;
import org.carrel.notices.NoticePolicy.Draft;
import org.carrel.notices.NoticePolicy.Problem;
import org.carrel.notices.NoticeText;
import org.carrel.notices.NoticeTexts;
import org.carrel.notices.TextProblem;
import org.carrel.security.CurrentCaller;

/** The forms of desk/notice-texts.xhtml: words of one kind, and when a site writes. */
@WebServlet({NoticeTextsServlet.SAVE, NoticeTextsServlet.TIMES})
public class NoticeTextsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/desk/notice-texts";
    static final String SAVE = "/desk/notice-texts/save";
    static final String TIMES = "/desk/notice-texts/times";
    /** Request attributes: a {@link SentText}, a {@link SentTimes}. */
    static final String TEXT = "org.carrel.desk.noticeText";

    static final String POLICY = "org.carrel.desk.noticeTimes";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient NoticeTexts texts;

    @Inject
    transient NoticePolicies policies;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** A text that is shown again. */
    record SentText(NoticeText draft, List<TextProblem> problems, boolean trying) {}

    /** Times that are shown again. */
    record SentTimes(Draft draft, Set<Problem> problems) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = FormTexts.of(request);
        var site = reach.chosen(form.get("site"));
        if (site.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getServletPath().equals(TIMES))
            times(request, response, form, site.get().code());
        else text(request, response, form, site.get().code());
    }

    private void text(HttpServletRequest request, HttpServletResponse response, FormTexts form, String site)
            throws ServletException, IOException {
        var draft = draft(form);
        var actor = caller.required().account();
        switch (form.get("do")) {
            case "try" -> again(request, response, TEXT, new SentText(draft, texts.check(draft), true));
            case "reset" -> {
                texts.reset(site, draft.kind(), draft.language(), actor);
                to(request, response, address(site, draft) + "&done=reset");
            }
            case "save" -> {
                var problems = texts.save(site, draft, actor);
                if (problems.isEmpty()) to(request, response, address(site, draft) + "&done=saved");
                else again(request, response, TEXT, new SentText(draft, problems, false));
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Browsers send two characters where a line ends. */
    static NoticeText draft(FormTexts form) {
        return new NoticeText(
                form.oneOf("kind", NoticeKind.DUE_SOON),
                form.oneOf("language", NoticeLanguage.EN),
                form.get("subject"),
                form.get("body").replace("\r\n", "\n").strip(),
                Math.max(0, FormTexts.integer(form.get("version"))));
    }

    private void times(HttpServletRequest request, HttpServletResponse response, FormTexts form, String site)
            throws ServletException, IOException {
        var draft = new Draft(
                form.get("dueSoonDays"),
                form.get("overdueDays"),
                form.get("guardians"),
                form.get("digestDay"),
                form.get("sendAt"),
                Math.max(0, FormTexts.integer(form.get("version"))));
        var problems = policies.save(site, draft, caller.required().account());
        if (problems.isEmpty()) to(request, response, PAGE + "?site=" + encoded(site) + "&done=times");
        else again(request, response, POLICY, new SentTimes(draft, problems));
    }

    static String address(String site, NoticeText text) {
        return PAGE + "?site=" + encoded(site) + "&kind=" + text.kind() + "&language=" + text.language();
    }

    private static String encoded(String site) {
        return URLEncoder.encode(site, StandardCharsets.UTF_8);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, String name, Object sent)
            throws ServletException, IOException {
        request.setAttribute(name, sent);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        var fine = sent instanceof SentText text && text.problems().isEmpty();
        if (!fine) response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/notice-texts.xhtml").forward(request, response);
    }
}
