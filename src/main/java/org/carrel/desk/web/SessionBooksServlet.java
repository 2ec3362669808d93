package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carrel.security.CurrentCaller;
import org.carrel.sessions.PullAnswer;
import org.carrel.sessions.SessionBooks;

/** What desk/session-books.xhtml sends: the list of a session, a scan at its cart, and that everything is back. */
@WebServlet({SessionBooksServlet.CHANGE, SessionBooksServlet.OWN, SessionBooksServlet.SCAN, SessionBooksServlet.CLOSE})
public class SessionBooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/session-books/change";
    /** The same for the teacher whose session it is. */
    static final String OWN = "/desk/session-list/change";

    static final String SCAN = "/desk/session-books/scan";
    static final String CLOSE = "/desk/session-books/close";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.sessionBooksProblem";

    private static final String COPIES = "copies.";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient SessionBooks books;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Inject
    transient SessionWords sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = Numbered.importNumber(request).orElse(0);
        var texts = FormTexts.of(request);
        switch (request.getServletPath()) {
            case SCAN -> scan(id, texts, request, response);
            case CLOSE -> {
                if (books.close(id, caller.required()).isPresent())
                    to(request, response, page(request, id) + "?done=closed");
                else problem("sessionBooks.notOver", id, request, response);
            }
            default -> change(id, texts, request, response);
        }
    }

    private static String page(HttpServletRequest request, long id) {
        return (request.getServletPath().equals(OWN) ? "/desk/session-list/" : "/desk/session-books/") + id;
    }

    private void scan(long id, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var answer = books.scan(id, texts.get("scan"), caller.required());
        if (answer.isGood()) {
            var path = new StringBuilder(page(request, id));
            InventoryAddress.add(path, "done", answer.act().name());
            InventoryAddress.add(path, "title", answer.title());
            to(request, response, path + "#scan-form");
            return;
        }
        request.setAttribute(PROBLEM, sentence(answer));
        show(id, request, response);
    }

    private String sentence(PullAnswer answer) {
        var other = answer.session().isPresent()
                ? sessions.of(String.valueOf(answer.session().getAsLong()))
                : "";
        return words.text("pullAnswer." + answer.act(), answer.title(), other);
    }

    private void change(long id, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (texts.has("take-off")) {
            if (books.takeOff(id, FormTexts.number(texts.get("take-off")), caller.required()))
                to(request, response, page(request, id) + "?done=off#on-cart");
            else problem("sessionBooks.gone", id, request, response);
            return;
        }
        var copies = copies(texts);
        if (copies.containsValue(-1)) problem("sessionBooks.number", id, request, response);
        else if (books.set(id, copies, caller.required()))
            to(request, response, page(request, id) + "?done=saved#wanted");
        else problem("sessionBooks.gone", id, request, response);
    }

    /** By number of the title; -1 for what is no number of copies. A proposal that is not ticked is none. */
    private static Map<Long, Integer> copies(FormTexts texts) {
        var copies = new LinkedHashMap<Long, Integer>();
        texts.texts().forEach((name, value) -> {
            if (!name.startsWith(COPIES)) return;
            var bib = FormTexts.number(name.substring(COPIES.length()));
            var isMeant = !texts.has("proposed") || texts.has("take." + bib);
            var number = FormTexts.integer(value);
            if (isMeant) copies.put(bib, number > SessionBooks.MOST_COPIES ? -1 : number);
        });
        return copies;
    }

    private void problem(String key, long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, words.text(key, SessionBooks.MOST_COPIES));
        show(id, request, response);
    }

    private static void show(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, page(request, id));
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/session-books.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
