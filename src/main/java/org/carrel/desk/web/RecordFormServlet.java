package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carrel.catalog.EditAnswer.Conflicting;
import org.carrel.catalog.EditAnswer.Gone;
import org.carrel.catalog.EditAnswer.Refused;
import org.carrel.catalog.EditAnswer.Same;
import org.carrel.catalog.EditAnswer.Saved;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.MarcHelp;
import org.carrel.catalog.RecordEdits;
import org.carrel.desk.web.RecordFormView.FormDraft;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.CurrentCaller;

/** The plain form of a title: what was changed in it is changed in the record, and nothing else. Reached through {@link DeskRoutes} only. */
@WebServlet({RecordFormServlet.CHANGE, RecordFormServlet.ADD})
public class RecordFormServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/record-form-change";
    static final String ADD = "/desk/record-form-add";
    private static final int UNPROCESSABLE = 422;
    private static final Duration SEEN = Duration.ofSeconds(2);
    /** For more conflicts than a form has fields. */
    private static final Map<Integer, Choice> MINE =
            IntStream.range(0, 1000).boxed().collect(Collectors.toMap(at -> at, at -> Choice.MINE));

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
        if (number.isPresent()) change(request, response, number.getAsLong());
        else add(request, response);
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var form = RecordFormView.read(FormTexts.of(request), Optional.empty());
        if (form.title().isEmpty()) {
            back(request, response, "/desk/record-new", new FormDraft(0, form, List.of(), 0, true));
            return;
        }
        var added = edits.add(marc.record(form), caller.required().account());
        if (added.id().isEmpty()) {
            back(request, response, "/desk/record-new", new FormDraft(0, form, added.why(), 0, true));
            return;
        }
        search.follow(SEEN);
        to(request, response, RecordServlet.path(added.id().getAsLong()) + "?done=added");
    }

    private void change(HttpServletRequest request, HttpServletResponse response, long id)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (!texts.has("seen")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var seen = Math.max(0, FormTexts.integer(texts.get("seen")));
        var base = edits.version(id, seen);
        if (base.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var form = RecordFormView.read(texts, Optional.of(marc.brief(base.get())));
        var path = RecordServlet.path(id);
        if (form.title().isEmpty()) {
            back(request, response, path + "/form", new FormDraft(seen, form, List.of(), 0, true));
            return;
        }
        // Who stores again after somebody else's change was told has chosen their own words, for that version.
        var about = Math.max(0, FormTexts.integer(texts.get("about")));
        var answer = edits.save(
                id,
                seen,
                marc.apply(form, base.get()),
                about > 0 ? MINE : Map.of(),
                about > 0 ? OptionalInt.of(about) : OptionalInt.empty(),
                caller.required().account());
        switch (answer) {
            case Saved saved -> {
                search.follow(SEEN);
                to(request, response, path + "?done=" + (saved.together() ? "together" : "saved"));
            }
            case Same same -> to(request, response, path + "?done=same");
            case Refused refused ->
                back(request, response, path + "/form", new FormDraft(seen, form, refused.why(), 0, true));
            case Conflicting asked ->
                back(request, response, path + "/form", new FormDraft(seen, form, List.of(), asked.version(), true));
            case Gone gone -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, String address, FormDraft draft)
            throws ServletException, IOException {
        draft.keep(request);
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/record-form.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
