package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.platform.Days;
import org.carrel.scheduling.Timetables;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.TestWindows;
import org.carrel.testing.WindowOpened;
import org.carrel.testing.WindowPlan;
import org.carrel.testing.WindowWish;

/** The forms of desk/testing-new.xhtml and desk/testing-window.xhtml. */
@WebServlet({TestWindowServlet.FORM, TestWindowServlet.CANCEL})
public class TestWindowServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String FORM = "/desk/testing-new/form";
    static final String CANCEL = "/desk/testing-window-cancel";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.testWindow";

    static final String RESOURCE = "res-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient TestWindows windows;

    @Inject
    transient Timetables timetables;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** A form that is shown again with what it would do. @param changed whether that is not what was shown before */
    record Sent(FormTexts texts, WindowWish wish, WindowPlan plan, boolean changed) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(FORM)) form(request, response);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else cancel(Numbered.importNumber(request).orElse(0), request, response);
    }

    private void form(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var wish = wish(site.get().code(), texts);
        if (!texts.get("do").equals("open")) {
            show(request, response, new Sent(texts, wish, windows.plan(wish, caller.required()), false));
            return;
        }
        switch (windows.open(wish, seen(texts), caller.required())) {
            case WindowOpened.Opened opened ->
                to(request, response, "/desk/testing/" + opened.window() + "?done=opened");
            case WindowOpened.NotOpened not -> {
                response.setStatus(UNPROCESSABLE);
                show(
                        request,
                        response,
                        new Sent(texts, wish, not.plan(), not.plan().isGood()));
            }
        }
    }

    private WindowWish wish(String site, FormTexts texts) {
        var resources = texts.texts().keySet().stream()
                .filter(name -> name.startsWith(RESOURCE))
                .map(name -> FormTexts.number(name.substring(RESOURCE.length())))
                .toList();
        var first = Math.max(0, FormTexts.integer(texts.get("first")));
        var last = texts.get("last").isBlank() ? first : Math.max(0, FormTexts.integer(texts.get("last")));
        return new WindowWish(
                site,
                Math.max(0, FormTexts.integer(texts.get("program"))),
                texts.get("name"),
                days(site, texts),
                first,
                last,
                resources,
                AuditServlet.number(texts.get("request")));
    }

    /** Days of school from the first to the last. */
    private List<LocalDate> days(String site, FormTexts texts) {
        var from = Days.read(texts.get("from"));
        var until = texts.get("until").isBlank() ? from : Days.read(texts.get("until"));
        if (from.isEmpty() || until.isEmpty()) return List.of();
        return timetables.held(site).schoolDays(from.get(), until.get());
    }

    private static Set<Long> seen(FormTexts texts) {
        return Arrays.stream(texts.get("seen").split(","))
                .map(FormTexts::number)
                .filter(number -> number > 0)
                .collect(Collectors.toSet());
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        if (!sent.plan().isGood()) response.setStatus(UNPROCESSABLE);
        request.setAttribute(SENT, sent);
        request.setAttribute(StaffView.ADDRESS, "/desk/testing-new");
        request.getRequestDispatcher("/desk/testing-new.xhtml").forward(request, response);
    }

    private void cancel(long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var day = Days.read(FormTexts.of(request).get("day"));
        var given = windows.cancel(id, day, caller.required());
        if (given.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        to(
                request,
                response,
                "/desk/testing/" + id + "?done=cancelled&restored="
                        + given.get().restored().size() + "&left="
                        + given.get().left().size());
    }

    static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
