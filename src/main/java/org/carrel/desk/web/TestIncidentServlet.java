package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.IncidentDraft;
import org.carrel.testing.IncidentProblem;
import org.carrel.testing.TestIncidents;

/** The form of desk/testing-incidents.xhtml, and what its script keeps of it every few seconds. */
@WebServlet({TestIncidentServlet.ADD, TestIncidentServlet.DRAFT})
public class TestIncidentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String ADD = "/desk/testing-incident-add";
    static final String DRAFT = "/desk/testing-incident-draft";
    /** Request attribute: an {@link IncidentDraft} that is shown again. */
    static final String SENT = "org.carrel.desk.testIncident";
    /** Request attribute: what is wrong with it, a sentence. */
    static final String PROBLEM = "org.carrel.desk.testIncidentProblem";

    static final String STUDENT = "student-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient TestIncidents incidents;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var room = Numbered.importNumber(request).orElse(0);
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(DRAFT)) keep(room, draft(texts), response);
        else add(room, texts, request, response);
    }

    private static IncidentDraft draft(FormTexts texts) {
        return new IncidentDraft(
                texts.get("what"), texts.get("action"), texts.get("happened"), texts.get("device"), students(texts));
    }

    private static List<Long> students(FormTexts texts) {
        return texts.texts().keySet().stream()
                .filter(name -> name.startsWith(STUDENT))
                .map(name -> FormTexts.number(name.substring(STUDENT.length())))
                .filter(number -> number > 0)
                .toList();
    }

    private void keep(long room, IncidentDraft draft, HttpServletResponse response) throws IOException {
        var problem = incidents.keep(room, draft, caller.required());
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(UNPROCESSABLE);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(sentence(problem.get()));
    }

    private String sentence(IncidentProblem problem) {
        return words.text("incidentProblem." + problem);
    }

    private void add(long room, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var draft = draft(texts);
        var problem = incidents.add(
                room,
                draft,
                TestRoomView.some(FormTexts.number(texts.get("corrects"))),
                AuditServlet.number(texts.get("request")),
                caller.required());
        var page = TestRoomServlet.PAGE + room + "/incidents";
        if (problem.isEmpty()) {
            TestWindowServlet.to(request, response, page + "?said=entered");
            return;
        }
        request.setAttribute(SENT, draft);
        request.setAttribute(PROBLEM, sentence(problem.get()));
        request.setAttribute(StaffView.ADDRESS, page);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/testing-incidents.xhtml").forward(request, response);
    }
}
