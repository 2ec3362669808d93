package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.carrel.lists.ListAnswer;
import org.carrel.lists.ListDraft;
import org.carrel.lists.ListKind;
import org.carrel.lists.ListProblem;
import org.carrel.lists.ReadingLists;
import org.carrel.lists.WebDraft;
import org.carrel.search.Readers;
import org.carrel.security.CurrentCaller;

/** The form of desk/list-form.xhtml, and everything that is done on desk/list.xhtml. */
@WebServlet({ListServlet.SAVE, ListServlet.CHANGE})
public class ListServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/list-save";
    static final String CHANGE = "/desk/list-change";
    /** Request attribute: a {@link SentForm}. */
    static final String SENT_FORM = "org.carrel.desk.listForm";
    /** Request attribute: a {@link SentEntry}. */
    static final String SENT_ENTRY = "org.carrel.desk.listEntry";

    /** The choice of no school in particular: pages leave an empty value out, and browsers then send the words. */
    static final String ALL_SITES = "*";

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAMED = 120;

    @Inject
    transient ReadingLists lists;

    @Inject
    transient CurrentCaller caller;

    /** The form of a list that is shown again. */
    record SentForm(ListDraft draft, List<ListProblem> problems, boolean stale) {}

    /** What was typed about one thing on a list. @param entry its number; 0: a new place on the web */
    record SentEntry(long entry, WebDraft draft, List<ListProblem> problems) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = Numbered.importNumber(request).orElse(0);
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(SAVE)) save(id, texts, request, response);
        else change(id, texts, request, response);
    }

    static String page(long id) {
        return "/desk/list/" + id;
    }

    private void save(long id, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var draft = new ListDraft(
                id,
                Math.max(0, FormTexts.integer(texts.get("version"))),
                texts.oneOf("kind", ListKind.LIST),
                texts.get("title"),
                texts.get("note"),
                texts.get("language"),
                texts.oneOf("readers", Readers.ALL),
                texts.get("year"),
                texts.get("site").equals(ALL_SITES) ? "" : texts.get("site"));
        switch (lists.save(draft, caller.required())) {
            case ListAnswer.Saved saved -> to(request, response, page(saved.list()) + "?done=saved");
            case ListAnswer.Refused refused ->
                formAgain(request, response, new SentForm(draft, refused.problems(), false));
            case ListAnswer.Stale stale -> formAgain(request, response, new SentForm(draft, List.of(), true));
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void formAgain(HttpServletRequest request, HttpServletResponse response, SentForm sent)
            throws ServletException, IOException {
        request.setAttribute(SENT_FORM, sent);
        var id = sent.draft().id();
        request.setAttribute(StaffView.ADDRESS, id == 0 ? "/desk/list-new" : page(id) + "/form");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/list-form.xhtml").forward(request, response);
    }

    private void change(long id, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var by = caller.required();
        var entry = FormTexts.number(texts.get("entry"));
        var readers = texts.oneOf("readers", Readers.ALL);
        var page = page(id);
        switch (texts.get("do")) {
            case "add" -> {
                var find = page + "?find=" + FormTexts.encoded(texts.get("find")) + "#found";
                answer(lists.add(id, texts.get("find"), by), find, "#add", request, response);
            }
            case "add-title" -> {
                var bib = FormTexts.number(texts.get("bib"));
                answer(lists.addTitle(id, bib, by), page + "?done=notThere", "#add", request, response);
            }
            case "add-web" -> {
                var draft = new WebDraft(texts.get("url"), texts.get("title"), texts.get("note"), readers);
                var said = lists.addWeb(id, draft, by);
                if (said instanceof ListAnswer.Refused refused)
                    entryAgain(id, request, response, new SentEntry(0, draft, refused.problems()));
                else answer(said, page, "#add-web", request, response);
            }
            // What was typed about it is kept, whatever button of its row is pressed.
            case "describe", "up", "down" -> {
                var draft = new WebDraft("", "", texts.get("note"), readers);
                var said = lists.describe(id, entry, draft.note(), readers, by);
                if (said instanceof ListAnswer.Refused refused)
                    entryAgain(id, request, response, new SentEntry(entry, draft, refused.problems()));
                else if (said instanceof ListAnswer.Saved) moved(id, entry, texts.get("do"), request, response);
                else response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
            case "take-off" ->
                answer(lists.takeOff(id, entry, by), page + "?done=off", "#entries-title", request, response);
            case "publish" -> answer(lists.publish(id, by), page + "?done=published", "", request, response);
            case "keep-back" -> answer(lists.keepBack(id, by), page + "?done=keptBack", "", request, response);
            case "home" -> answer(lists.setHome(id, true, by), page + "?done=home", "", request, response);
            case "off-home" -> answer(lists.setHome(id, false, by), page + "?done=offHome", "", request, response);
            case "remove" -> answer(lists.remove(id, by), "/desk/lists?removed=" + id, "", request, response);
            case "restore" -> answer(lists.restore(id, by), page + "?done=restored", "", request, response);
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void moved(long id, long entry, String way, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var by = caller.required();
        var page = page(id) + "?done=moved";
        switch (way) {
            case "up" -> answer(lists.moveUp(id, entry, by), page, "#up-" + entry, request, response);
            case "down" -> answer(lists.moveDown(id, entry, by), page, "#down-" + entry, request, response);
            default -> to(request, response, page(id) + "?done=described#entry-" + entry);
        }
    }

    /** @param well where to go when it is done, or when something has to be chosen @param at the place on that page */
    private static void answer(
            ListAnswer said, String well, String at, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = page(Numbered.importNumber(request).orElse(0));
        switch (said) {
            case ListAnswer.Saved saved -> to(request, response, well + at);
            case ListAnswer.Added added ->
                to(request, response, page + "?done=added&title=" + named(added.title()) + at);
            case ListAnswer.Already already ->
                to(request, response, page + "?done=already&title=" + named(already.title()) + at);
            case ListAnswer.Choose choose -> to(request, response, well);
            case ListAnswer.Full full -> to(request, response, page + "?done=full");
            case ListAnswer.Refused refused -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            case ListAnswer.Stale stale -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case ListAnswer.Gone gone -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** As part of an address, which must not get too long. */
    private static String named(String title) {
        var most = Math.min(title.length(), LONGEST_NAMED);
        return FormTexts.encoded(title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, most))));
    }

    private static void entryAgain(long id, HttpServletRequest request, HttpServletResponse response, SentEntry sent)
            throws ServletException, IOException {
        request.setAttribute(SENT_ENTRY, sent);
        request.setAttribute(StaffView.ADDRESS, page(id));
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/list.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
