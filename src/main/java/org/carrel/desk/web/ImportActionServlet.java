package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.ImportChoices;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.PlaceAnswer;

/**
 * The buttons of an import's page: answer, commit, discard, take back. Reached through {@link DeskRoutes} only. A button whose
 * time is over (somebody else was quicker) does nothing: the page that follows shows what is.
 */
@WebServlet({
    ImportActionServlet.ANSWERS,
    ImportActionServlet.COMMIT,
    ImportActionServlet.DISCARD,
    ImportActionServlet.UNDO
})
public class ImportActionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String ANSWERS = "/desk/import-answers";
    static final String COMMIT = "/desk/import-commit";
    static final String DISCARD = "/desk/import-discard";
    static final String UNDO = "/desk/import-take-back";

    @Inject
    transient MarcImports imports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Numbered.importNumber(request);
        if (request.getDispatcherType() != DispatcherType.FORWARD
                || number.isEmpty()
                || imports.status(number.getAsLong()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        act(request, number.getAsLong());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/import/" + number.getAsLong());
    }

    private void act(HttpServletRequest request, long number) {
        switch (request.getServletPath()) {
            case COMMIT -> imports.commit(number, new ImportChoices(request.getParameter("deletions") != null));
            case ANSWERS -> imports.answer(number, answers(request, number));
            case DISCARD -> imports.discard(number);
            default -> imports.askUndo(number);
        }
    }

    /** The form has an answer for each question of the plan, by its number; what is not answered is asked again. */
    private List<PlaceAnswer> answers(HttpServletRequest request, long number) {
        var answers = new ArrayList<PlaceAnswer>();
        for (var question : imports.questions(number)) {
            var use = request.getParameter(QuestionCard.name(question));
            if (use != null && !use.isBlank()) answers.add(new PlaceAnswer(question.kind(), question.code(), use));
        }
        return answers;
    }
}
