package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import org.carrel.catalog.Isbns;
import org.carrel.copycataloging.CopyTargets;
import org.carrel.copycataloging.TargetDraft;
import org.carrel.copycataloging.TargetProblem;
import org.carrel.copycataloging.TargetProblem.Field;
import org.carrel.security.CurrentCaller;

/** The forms of desk/copy-targets.xhtml. */
@WebServlet(CopyTargetsServlet.CHANGE)
public class CopyTargetsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/copy-targets/change";
    /** Request attribute: {@link Problems}. */
    static final String PROBLEMS = "org.carrel.desk.targetProblems";
    /** Request attribute: {@link CopyTargets.Tried}. */
    static final String TRIED = "org.carrel.desk.targetTried";

    private static final String PAGE = "/desk/copy-targets";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient CopyTargets targets;

    @Inject
    transient CurrentCaller caller;

    /** Why a form was not taken. @param noIsbn whether it was to be tried with what is no ISBN */
    record Problems(List<TargetProblem> all, boolean noIsbn) {}

    static TargetDraft draft(FormTexts texts) {
        var typed = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) typed.put(field, texts.get(field.name()));
        return new TargetDraft(typed, texts.has("enabled"), texts.has("inside"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var id = Math.max(0, FormTexts.integer(texts.get("target")));
        switch (texts.get("do")) {
            case "save" -> {
                var problems = targets.save(id, draft(texts), caller.required());
                if (problems.isEmpty()) to(request, response, "saved");
                else back(request, response, new Problems(problems, false));
            }
            case "remove" -> {
                targets.remove(id);
                to(request, response, "removed");
            }
            case "try" -> tryOut(request, response, id, texts.get("isbn"));
            default -> to(request, response, ""); // a form of another program: nothing is changed
        }
    }

    private void tryOut(HttpServletRequest request, HttpServletResponse response, int id, String typed)
            throws ServletException, IOException {
        var isbn = Isbns.thirteen(typed);
        var target = targets.find(id);
        if (isbn.isEmpty() || target.isEmpty()) {
            back(request, response, new Problems(List.of(), isbn.isEmpty()));
            return;
        }
        request.setAttribute(TRIED, targets.tryOut(target.get(), isbn.get()));
        show(request, response);
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, Problems problems)
            throws ServletException, IOException {
        request.setAttribute(PROBLEMS, problems);
        response.setStatus(UNPROCESSABLE);
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, PAGE);
        request.getRequestDispatcher("/desk/copy-targets.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String done) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + done);
    }
}
