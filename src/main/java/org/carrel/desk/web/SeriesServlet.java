package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.platform.Days;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SeriesAnswer;
import org.carrel.scheduling.SeriesAnswer.Done;
import org.carrel.scheduling.SeriesAnswer.Refused;
import org.carrel.scheduling.SeriesAnswer.Stopped;
import org.carrel.scheduling.SeriesAnswer.Wrong;
import org.carrel.scheduling.SeriesEdit;
import org.carrel.scheduling.SeriesScope;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionSeries;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.WishJson;
import org.carrel.security.CurrentCaller;

/** The forms of desk/session-series.xhtml and desk/session-series-one.xhtml. */
@WebServlet({SeriesServlet.BOOK, SeriesServlet.CHANGE})
public class SeriesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/schedule/series";
    static final String BOOK = "/schedule/series/book";
    static final String CHANGE = "/desk/session-series-change";
    /** Request attribute: a {@link SeriesAnswer} that is not done. */
    static final String ANSWER = "org.carrel.desk.seriesAnswer";
    /** Request attribute: a sentence about what is wrong. */
    static final String PROBLEM = "org.carrel.desk.seriesProblem";

    private static final int UNPROCESSABLE = 422;

    /** Where a series is made from a session. */
    static String of(ClassSession session) {
        return PAGE + "?session=" + session.id();
    }

    /** Where a series is made from a wish that nobody has booked. */
    static String of(SessionWish wish) {
        return PAGE + "?wish=" + FormTexts.encoded(WishJson.write(wish));
    }

    @Inject
    transient SessionSeries series;

    @Inject
    transient Bookings bookings;

    @Inject
    transient SeriesBasis basis;

    @Inject
    transient StaffWords words;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.FORWARD) change(request, response);
        else if (request.getServletPath().equals(BOOK)) book(request, response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void book(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var wish = basis.of(FormTexts.of(request));
        if (wish.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var form = SeriesForm.of(request, wish.get());
        var read = form.read();
        if (read.wish().isEmpty()) {
            again(request, response, PAGE, "/desk/session-series.xhtml");
            return;
        }
        var answer = series.book(read.wish().get(), Optional.of(form.chosen()), caller.required());
        if (answer instanceof Done done) {
            to(request, response, done.series().getFirst(), "booked");
            return;
        }
        request.setAttribute(ANSWER, answer);
        if (answer instanceof Refused || answer instanceof Stopped) request.setAttribute(PROBLEM, sentence(answer));
        again(request, response, PAGE, "/desk/session-series.xhtml");
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var number = Numbered.importNumber(request).orElseThrow();
        var texts = FormTexts.of(request);
        var answer = act(number, texts);
        if (answer.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (answer.get() instanceof Done done) {
            to(request, response, done.series().getFirst(), texts.get("do"));
            return;
        }
        request.setAttribute(ANSWER, answer.get());
        request.setAttribute(PROBLEM, sentence(answer.get()));
        again(request, response, page(number), "/desk/session-series-one.xhtml");
    }

    private Optional<SeriesAnswer> act(long number, FormTexts texts) {
        var by = caller.required();
        var session = FormTexts.number(texts.get("session"));
        var version = FormTexts.integer(texts.get("version." + session));
        var scope = texts.oneOf("scope", SeriesScope.THIS);
        return switch (texts.get("do")) {
            case "add" -> Optional.of(series.addFree(number, by));
            case "extend" ->
                Optional.of(Days.read(texts.get("last").strip())
                        .map(last -> series.extend(number, last, by))
                        .orElseGet(() -> new Wrong(org.carrel.scheduling.SeriesProblem.ENDS_BEFORE)));
            case "cancel" -> Optional.of(series.cancel(session, version, scope, texts.get("why"), by));
            case "change" -> edit(session, texts).map(edit -> series.change(session, version, scope, edit, by));
            default -> Optional.empty();
        };
    }

    /** What is typed is to be different; an empty field leaves things as they are. */
    private Optional<SeriesEdit> edit(long session, FormTexts texts) {
        var periods = SeriesForm.periods(texts.get("periods"));
        var purpose = texts.get("purpose").strip();
        var known = bookings.find(session);
        if (known.isEmpty() || purpose.length() > SessionFacts.LONGEST_PURPOSE) return Optional.empty();
        var about = known.get().about();
        var facts = purpose.isEmpty()
                ? Optional.<SessionFacts>empty()
                : Optional.of(new SessionFacts(
                        about.schoolClass(),
                        about.className(),
                        about.grade(),
                        about.heads(),
                        about.subject(),
                        purpose,
                        about.topic(),
                        about.books()));
        return Optional.of(new SeriesEdit(
                periods.size() == 1 ? Optional.of(periods.getFirst()) : Optional.empty(), facts, Optional.empty()));
    }

    private String sentence(SeriesAnswer answer) {
        return switch (answer) {
            case Wrong wrong -> words.text("seriesProblem." + wrong.problem());
            case Stopped stopped -> new BookingWords(words).stopped(stopped.why());
            case Refused refused -> words.text("seriesPage.nothingDone");
            case Done done -> "";
        };
    }

    /** A series that is there. */
    static String page(long series) {
        return PAGE + "/" + series;
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, long number, String done) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + page(number) + "?done=" + done);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, String address, String page)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(page).forward(request, response);
    }
}
