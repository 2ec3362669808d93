package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.carrel.search.TopicDraft;
import org.carrel.search.TopicProblem;
import org.carrel.search.TopicResult;
import org.carrel.search.TopicTile.Readers;
import org.carrel.search.TopicTiles;

/** The form of desk/topic.xhtml, saved or only tried, and the buttons of desk/topics.xhtml. */
@WebServlet({TopicServlet.SAVE, TopicServlet.CHANGE})
public class TopicServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/topics/save";
    static final String CHANGE = "/desk/topics/change";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.topicSent";

    /** The choice of no school in particular: pages leave an empty value out, and browsers then send the words. */
    static final String ALL_SITES = "*";

    private static final String LIST = "/desk/topics";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient TopicTiles topics;

    /** A form that is shown again. */
    record Sent(TopicDraft draft, List<TopicProblem> problems, boolean stale, boolean trying) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(SAVE)) save(request, response, texts);
        else change(request, response, texts);
    }

    private void save(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var draft = draft(texts);
        if (texts.get("do").equals("try")) {
            again(request, response, new Sent(draft, topics.check(draft), false, true));
            return;
        }
        switch (topics.save(draft)) {
            case TopicResult.Saved saved -> to(request, response, LIST + "?done=saved#topic-" + saved.id());
            case TopicResult.Refused refused ->
                again(request, response, new Sent(draft, refused.problems(), false, false));
            case TopicResult.Stale stale -> again(request, response, new Sent(draft, List.of(), true, false));
        }
    }

    private static TopicDraft draft(FormTexts texts) {
        return new TopicDraft(
                Math.max(0, FormTexts.number(texts.get("id"))),
                Math.max(0, FormTexts.integer(texts.get("version"))),
                texts.get("site").equals(ALL_SITES) ? "" : texts.get("site"),
                texts.get("titleEn"),
                texts.get("titleEs"),
                texts.get("picture"),
                texts.get("search"),
                texts.oneOf("readers", Readers.ALL),
                texts.has("shelf"));
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        request.setAttribute(SENT, sent);
        request.setAttribute(
                StaffView.ADDRESS,
                sent.draft().id() == 0
                        ? "/desk/topic"
                        : "/desk/topic/" + sent.draft().id());
        if (!sent.problems().isEmpty() || sent.stale()) response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/topic.xhtml").forward(request, response);
    }

    private void change(HttpServletRequest request, HttpServletResponse response, FormTexts texts) throws IOException {
        var id = FormTexts.number(texts.get("id"));
        var to =
                switch (texts.get("do")) {
                    case "up" -> {
                        topics.moveUp(id);
                        yield "?done=moved#up-" + id;
                    }
                    case "down" -> {
                        topics.moveDown(id);
                        yield "?done=moved#down-" + id;
                    }
                    case "show" -> {
                        topics.show(id);
                        yield "?done=shown#topic-" + id;
                    }
                    case "hide" -> {
                        topics.hide(id);
                        yield "?done=hidden#topic-" + id;
                    }
                    case "remove" -> {
                        topics.remove(id);
                        yield "?removed=" + id;
                    }
                    case "restore" -> topics.restore(id) ? "?done=restored#topic-" + id : "?taken#removed";
                    default -> "";
                };
        if (to.isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else to(request, response, LIST + to);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
