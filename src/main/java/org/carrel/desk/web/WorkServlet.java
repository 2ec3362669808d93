package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carrel.search.WorkDesk;
import org.carrel.search.WorkDesk.Outcome;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/works.xhtml. */
@WebServlet(WorkServlet.CHANGE)
public class WorkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/works/change";

    @Inject
    transient WorkDesk works;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var what = texts.get("do");
        var record = FormTexts.number(texts.get("record"));
        var other = FormTexts.number(texts.get("other"));
        var seen = ids(texts.get("seen"));
        if (record <= 0 || !Set.of("split", "join", "forget").contains(what)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var actor = caller.required().account();
        var outcome =
                switch (what) {
                    case "split" -> works.split(other, seen, actor);
                    case "join" -> works.join(record, other, seen, actor);
                    default -> works.forget(record, actor);
                };
        var said = outcome == Outcome.DONE ? what : outcome.name().toLowerCase(Locale.ROOT);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/works?record=" + record + "&done=" + said);
    }

    /** As the page has written them. */
    private static Set<Long> ids(String text) {
        return Arrays.stream(text.split("-", -1))
                .map(FormTexts::number)
                .filter(id -> id > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
