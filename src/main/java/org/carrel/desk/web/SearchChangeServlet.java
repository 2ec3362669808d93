package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.carrel.search.OrderList;
import org.carrel.search.SearchWords;
import org.carrel.search.Synonym;
import org.carrel.search.Synonym.Sense;

/** The buttons of desk/search.xhtml and desk/search-words.xhtml that change something; each leads back to its page. */
@WebServlet(SearchChangeServlet.PATH)
public class SearchChangeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/search/change";
    private static final String REPORT = "/desk/search";
    private static final String WORDS = "/desk/search-words";

    @Inject
    transient SearchWords words;

    @Inject
    transient OrderList orders;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var to = change(texts);
        if (to.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + to);
    }

    /** Where to go afterwards; empty for an unknown button. */
    private String change(FormTexts texts) {
        switch (texts.get("do")) {
            case "add-synonym" -> words.add(synonym(texts));
            case "remove-synonym" -> words.remove(synonym(texts));
            case "pin" -> words.pin(texts.get("question"), FormTexts.number(texts.get("record")));
            case "unpin" -> words.unpin(texts.get("question"), FormTexts.number(texts.get("record")));
            case "add-case" -> words.addCase(texts.get("query"), texts.get("title"), texts.get("reason"));
            case "remove-case" -> words.removeCase(FormTexts.number(texts.get("case")));
            case "order" -> orders.add(texts.get("question"));
            case "unorder" -> orders.remove(texts.get("question"));
            case "weigh" -> words.weigh(percents(texts));
            default -> {
                return "";
            }
        }
        return (texts.get("from").equals("words") ? WORDS : REPORT) + "?done=" + texts.get("do");
    }

    static Synonym synonym(FormTexts texts) {
        return new Synonym(texts.get("said"), texts.get("means"), texts.oneOf("sense", Sense.SAME));
    }

    /** What was typed into the fields of the parts of a record; 100 for what is no number. */
    static LinkedHashMap<String, Integer> percents(FormTexts texts) {
        var percents = new LinkedHashMap<String, Integer>();
        for (var part : SearchReportView.PARTS) {
            var percent = FormTexts.integer(texts.get(part));
            if (percent >= 0) percents.put(part, percent);
        }
        return percents;
    }
}
