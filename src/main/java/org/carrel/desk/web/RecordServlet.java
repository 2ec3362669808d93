package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.carrel.catalog.EditAnswer.Conflicting;
import org.carrel.catalog.EditAnswer.Gone;
import org.carrel.catalog.EditAnswer.Refused;
import org.carrel.catalog.EditAnswer.Same;
import org.carrel.catalog.EditAnswer.Saved;
import org.carrel.catalog.MarcHelp;
import org.carrel.catalog.RecordEdits;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.CurrentCaller;

/**
 * The buttons of the MARC editor and of a record's history. Storing leads on; all others send the form back as it is to be, with
 * nothing stored. Reached through {@link DeskRoutes} only.
 */
@WebServlet({RecordServlet.MARC, RecordServlet.RESTORE})
public class RecordServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MARC = "/desk/record-marc-form";
    static final String RESTORE = "/desk/record-restore";
    private static final int UNPROCESSABLE = 422;
    /** Who has stored something finds it at once. */
    private static final Duration SEEN = Duration.ofSeconds(2);
    /** More fields than any record has. */
    private static final int MOST_CONFLICTS = 10_000;

    @Inject
    transient RecordEdits edits;

    @Inject
    transient MarcHelp marc;

    @Inject
    transient SearchLifecycle search;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var number = Numbered.importNumber(request);
        if (request.getDispatcherType() != DispatcherType.FORWARD || number.isEmpty())
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getServletPath().equals(RESTORE)) restore(request, response, number.getAsLong());
        else answer(request, response, number.getAsLong());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, long id)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (!texts.has("leader")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var draft = RecordForm.read(request);
        if (!texts.get("do").equals("save")) {
            back(request, response, id, RecordForm.pressed(draft, texts, marc, edits));
            return;
        }
        var read = edits.read(draft.leader(), draft.rows());
        if (read.record().isEmpty()) {
            back(request, response, id, draft.wrong(read.wrong()));
            return;
        }
        var about = FormTexts.integer(texts.get("about"));
        var chosen = RecordForm.choices(texts, MOST_CONFLICTS);
        var said = edits.save(
                id,
                draft.seen(),
                read.record().get(),
                chosen,
                about > 0 ? OptionalInt.of(about) : OptionalInt.empty(),
                caller.required().account());
        switch (said) {
            case Saved saved -> {
                search.follow(SEEN);
                to(request, response, path(id) + "?done=" + (saved.together() ? "together" : "saved"));
            }
            case Same same -> to(request, response, path(id) + "?done=same");
            case Refused refused -> back(request, response, id, draft.refused(refused.why()));
            case Conflicting asked ->
                back(request, response, id, draft.asked(asked.conflicts(), asked.version(), chosen));
            case Gone gone -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void restore(HttpServletRequest request, HttpServletResponse response, long id) throws IOException {
        var texts = FormTexts.of(request);
        var version = FormTexts.integer(texts.get("version"));
        var seen = FormTexts.integer(texts.get("seen"));
        switch (edits.restore(id, version, seen, caller.required().account())) {
            case Saved saved -> {
                search.follow(SEEN);
                to(request, response, path(id) + "?done=restored");
            }
            case Same same -> to(request, response, path(id) + "?done=same");
            case Refused refused -> to(request, response, history(id) + "?done=refused");
            case Conflicting other -> to(request, response, history(id) + "?done=changed");
            case Gone gone -> {
                // The title may be there, and the version not.
                if (edits.open(id).isPresent()) to(request, response, history(id) + "?done=changed");
                else response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, long id, RecordDraft draft)
            throws ServletException, IOException {
        draft.keep(request);
        request.setAttribute(StaffView.ADDRESS, path(id) + "/marc");
        if (!draft.wrong().isEmpty()
                || !draft.against().isEmpty()
                || !draft.conflicts().isEmpty()) response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/record-marc.xhtml").forward(request, response);
    }

    static String path(long id) {
        return "/desk/record/" + id;
    }

    static String history(long id) {
        return path(id) + "/history";
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
