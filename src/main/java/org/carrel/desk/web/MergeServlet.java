package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.carrel.catalog.Duplicates;
import org.carrel.catalog.MergeAnswer;
import org.carrel.catalog.RecordMerges;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/merge.xhtml and desk/duplicates.xhtml: records become one, or are said to be several. */
@WebServlet({MergeServlet.MERGE, MergeServlet.DISMISS})
public class MergeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MERGE = "/desk/merge/do";
    static final String DISMISS = "/desk/duplicates/dismiss";
    /** Who has merged records finds the one at once. */
    private static final Duration SEEN = Duration.ofSeconds(2);

    @Inject
    transient RecordMerges merges;

    @Inject
    transient Duplicates duplicates;

    @Inject
    transient SearchLifecycle search;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(DISMISS)) {
            var records = MergeView.away(texts, 0);
            var stays = FormTexts.number(texts.get("keep"));
            if (stays > 0) records.add(stays);
            duplicates.dismiss(records, caller.required().account());
            to(request, response, DuplicatesView.PAGE + "?done=dismissed");
            return;
        }
        var keep = Math.max(0, FormTexts.number(texts.get("keep")));
        var again = MergeView.PAGE + "?keep=" + keep + "&with=" + FormTexts.encoded(texts.get("with")) + "&done=";
        switch (merges.merge(keep, seen(texts.get("seen")), CartServlet.id(texts), caller.required())) {
            case MergeAnswer.Merged merged -> {
                search.follow(SEEN);
                to(request, response, BatchServlet.path(merged.number()));
            }
            case MergeAnswer.ChangedSince changed -> to(request, response, again + "changed");
            case MergeAnswer.Gone gone -> to(request, response, MergeView.PAGE + "?done=gone");
        }
    }

    private static Map<Long, Integer> seen(String text) {
        var seen = new TreeMap<Long, Integer>();
        for (var part : text.split("-")) {
            var both = part.split(":", 2);
            if (both.length == 2) seen.put(FormTexts.number(both[0]), FormTexts.integer(both[1]));
        }
        return seen;
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
