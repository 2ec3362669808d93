package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Days;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** The form of desk/book-session.xhtml: a new session, a changed one, one at another time, or what was offered instead. */
@WebServlet({BookingServlet.BOOK, BookingServlet.OFFER, BookingServlet.CHANGE, BookingServlet.MOVE})
public class BookingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String BOOK = "/desk/session-book";
    static final String OFFER = "/desk/session-offer";
    static final String CHANGE = "/desk/session-change";
    static final String MOVE = "/desk/session-move";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.bookingSent";

    static final String PAGE = "/schedule/book";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Bookings bookings;

    @Inject
    transient Timetables timetables;

    @Inject
    transient BookingChoices choices;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /**
     * A form that is shown again.
     *
     * @param answer of the service; empty when the form itself was wrong
     * @param wish for a new session, which was refused; empty for what changes one
     */
    record Sent(
            FormTexts texts,
            Map<BookingForm.Problem, String> problems,
            Optional<BookingAnswer> answer,
            Optional<SessionWish> wish) {
        Sent(FormTexts texts, Map<BookingForm.Problem, String> problems) {
            this(texts, problems, Optional.empty(), Optional.empty());
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
        switch (request.getServletPath()) {
            case BOOK -> book(texts, request, response);
            case OFFER -> take(texts, request, response);
            case CHANGE -> change(texts, request, response);
            default -> move(texts, request, response);
        }
    }

    private void book(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var site = reach.chosen(texts.get("site")).map(SchoolSite::code);
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var read = read(texts, site.get());
        var wish = read.wish();
        if (wish.isPresent() && read.patron().isPresent()) {
            var teacher = bookings.teacher(read.patron().getAsLong(), site.get(), caller.required());
            if (teacher.isEmpty()) {
                again(request, response, new Sent(texts, Map.of(BookingForm.Problem.NO_TEACHER, "")));
                return;
            }
            wish = Optional.of(wish.get().of(teacher.getAsLong()));
        }
        if (wish.isEmpty()) again(request, response, new Sent(texts, read.problems()));
        else if (texts.get("do").equals("repeat")) to(request, response, SeriesServlet.of(wish.get()));
        else {
            var answer = bookings.book(wish.get(), read.override(), caller.required());
            answer(answer, new Sent(texts, Map.of(), Optional.of(answer), wish), request, response);
        }
    }

    private BookingForm.Read read(FormTexts texts, String site) {
        return BookingForm.read(
                texts, choices.of(site, Days.read(texts.get("day").strip())));
    }

    private void take(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var answer = offer(texts.get("offer"))
                .map(id -> bookings.take(id, caller.required()))
                .orElseGet(() -> new BookingAnswer.Stopped(Why.OFFER_OVER));
        answer(answer, sent(texts, answer), request, response);
    }

    private static Sent sent(FormTexts texts, BookingAnswer answer) {
        return new Sent(texts, Map.of(), Optional.of(answer), Optional.empty());
    }

    private static Optional<UUID> offer(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void change(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var session = session(request);
        var read = read(texts, session.site());
        if (read.wish().isEmpty()) {
            again(request, response, new Sent(texts, read.problems()));
            return;
        }
        var wish = sameClass(read.wish().get(), session).of(session.teacher().id());
        var version = Math.max(0, FormTexts.integer(texts.get("version")));
        var answer = bookings.change(session.id(), version, wish, read.override(), caller.required());
        answer(answer, sent(texts, answer), request, response);
    }

    /** Who changes a colleague's session does not have that class, and leaves it as it is. */
    private static SessionWish sameClass(SessionWish wish, ClassSession session) {
        var about = wish.about();
        if (about.schoolClass().isPresent()
                || !about.className().equals(session.about().className())) return wish;
        return wish.about(new SessionFacts(
                session.about().schoolClass(),
                about.className(),
                about.grade(),
                about.heads(),
                about.subject(),
                about.purpose(),
                about.topic(),
                about.books()));
    }

    /** As long as it is now, from another period on: the same rules as in the form decide (B-34). */
    private void move(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var session = session(request);
        var to = texts.get("to").split(" ", 2);
        var day = Days.read(to[0]);
        var first = to.length > 1 ? FormTexts.integer(to[1]) : -1;
        if (day.isEmpty() || first < 0) {
            var problem = day.isEmpty() ? BookingForm.Problem.NO_DAY : BookingForm.Problem.NO_PERIOD;
            again(request, response, new Sent(form(session, session.wish(session.request())), Map.of(problem, "")));
            return;
        }
        var last = timetables
                .of(session.site())
                .lastPeriod(session.day(), session.first(), session.last(), day.get(), first);
        var wish = session.wish(session.request()).at(day.get(), first, last.orElse(first));
        var version = Math.max(0, FormTexts.integer(texts.get("version")));
        var answer = bookings.change(session.id(), version, wish, Optional.empty(), caller.required());
        answer(answer, sent(form(session, wish), answer), request, response);
    }

    private FormTexts form(ClassSession session, SessionWish wish) {
        return BookingForm.of(wish, session.version(), choices.of(session.site(), Optional.of(wish.day())));
    }

    private ClassSession session(HttpServletRequest request) {
        return bookings.find(Numbered.importNumber(request).orElseThrow()).orElseThrow();
    }

    private static void answer(
            BookingAnswer answer, Sent otherwise, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (answer instanceof BookingAnswer.Booked booked) {
            var done = booked.session().state() == ClassSession.State.REQUESTED ? "requested" : "booked";
            to(request, response, SessionServlet.PAGE + booked.session().id() + "?done=" + done);
            return;
        }
        again(request, response, otherwise);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + address);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        request.setAttribute(SENT, sent);
        // The address of the form, whatever was sent: the switch of the language leads there.
        var number = changed(request, sent.texts());
        request.setAttribute(
                StaffView.ADDRESS, number.isPresent() ? SessionServlet.PAGE + number.getAsLong() + "/change" : PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/book-session.xhtml").forward(request, response);
    }

    /** The session that a form is about; empty for a new one. */
    static OptionalLong changed(HttpServletRequest request, FormTexts texts) {
        var number = Numbered.importNumber(request);
        if (number.isPresent()) return number;
        var typed = FormTexts.number(texts.get("session"));
        return typed > 0 ? OptionalLong.of(typed) : OptionalLong.empty();
    }
}
