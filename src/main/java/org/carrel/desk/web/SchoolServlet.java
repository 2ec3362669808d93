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
import org.carrel.school.SchoolProblem;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.CurrentCaller;

/** The form of desk/school.xhtml: a site's settings, or a new site. */
@WebServlet(SchoolServlet.SAVE)
public class SchoolServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/school/save";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.schoolSent";

    static final String PAGE = "/desk/school";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Sites sites;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** A form that is shown again. */
    record Sent(SiteDraft draft, List<SchoolProblem> problems, boolean adding) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var draft = draft(FormTexts.of(request));
        var adding = request.getParameter("adding") != null;
        if (adding
                ? !reach.mayAdd()
                : !draft.code().isEmpty() && reach.chosen(draft.code()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var actor = caller.required().account();
        var problems = adding ? sites.add(draft, actor) : sites.save(draft, actor);
        if (!problems.isEmpty()) {
            again(request, response, new Sent(draft, problems, adding));
            return;
        }
        var code = URLEncoder.encode(draft.code(), StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?site=" + code + "&done=saved");
    }

    private static SiteDraft draft(FormTexts texts) {
        return new SiteDraft(
                texts.get("site"),
                texts.get("name"),
                texts.get("address"),
                texts.get("phone"),
                texts.get("zone"),
                texts.get("languages"),
                texts.get("senderName"),
                texts.get("senderMail"),
                Math.max(0, FormTexts.integer(texts.get("version"))));
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        request.setAttribute(SENT, sent);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/school.xhtml").forward(request, response);
    }
}
