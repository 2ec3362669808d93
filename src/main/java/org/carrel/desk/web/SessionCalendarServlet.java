package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.carrel.scheduling.CalendarFeeds;
import org.carrel.scheduling.SessionLinks;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/session-calendar.xhtml. A secret address is shown in the answer to its form and nowhere else, ever again. */
@WebServlet(SessionCalendarServlet.PATH)
public class SessionCalendarServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/session-calendar-do";
    static final String PAGE = "/schedule/calendar";
    /** Request attribute: the word of the address that was made just now. */
    static final String MADE = "org.carrel.desk.calendarMade";

    @Inject
    transient CalendarFeeds feeds;

    @Inject
    transient SessionLinks links;

    @Inject
    transient StaffWords words;

    @Inject
    transient CurrentCaller caller;

    /** What one can do here. */
    enum Part {
        MAKE,
        REVOKE,
        MAIL,
        NO_MAIL,
        LINK,
        UNLINK,
        BUSY,
        NO_BUSY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var texts = FormTexts.of(request);
        var part = Arrays.stream(Part.values())
                .filter(each -> each.word().equals(texts.get("do")))
                .findFirst();
        if (part.isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else if (part.get() == Part.MAKE) make(request, response);
        else if (act(part.get(), texts)) to(request, response, part.get(), texts);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void make(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(MADE, feeds.make(words.language().locale(), caller.required()));
        request.getRequestDispatcher("/desk/session-calendar.xhtml").forward(request, response);
    }

    /** False when there is nothing to do it to. */
    private boolean act(Part part, FormTexts texts) {
        var by = caller.required();
        var session = FormTexts.number(texts.get("session"));
        return switch (part) {
            case MAKE -> false;
            case REVOKE -> {
                feeds.revoke(by);
                yield true;
            }
            case MAIL, NO_MAIL -> {
                feeds.wantMail(part == Part.MAIL, by);
                yield true;
            }
            case LINK -> links.open(session, by).isPresent();
            case UNLINK -> links.close(session, by);
            case BUSY, NO_BUSY -> busy(texts, part == Part.BUSY);
        };
    }

    private boolean busy(FormTexts texts, boolean shown) {
        var by = caller.required();
        return texts.get("thing").isEmpty()
                ? feeds.showBusy(texts.get("site"), shown, by)
                : feeds.showBusy(FormTexts.number(texts.get("thing")), shown, by);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, Part part, FormTexts texts) {
        var site = URLEncoder.encode(texts.get("site"), StandardCharsets.UTF_8);
        var address = request.getContextPath() + PAGE + "?done=" + part.word();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", site.isEmpty() ? address : address + "&site=" + site);
    }
}
