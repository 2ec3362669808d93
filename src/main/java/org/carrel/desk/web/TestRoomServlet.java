package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.Accommodation;
import org.carrel.testing.RoomSheet.Mark;
import org.carrel.testing.SeatAnswer;
import org.carrel.testing.SeatWish;
import org.carrel.testing.TestRooms;

/** The forms of desk/testing-room.xhtml. */
@WebServlet({TestRoomServlet.SEAT, TestRoomServlet.CHANGE, TestRoomServlet.MARK})
public class TestRoomServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SEAT = "/desk/testing-room-seat";
    static final String CHANGE = "/desk/testing-room-change";
    static final String MARK = "/desk/testing-room-mark";
    /** Request attribute: a {@link SeatAnswer} that was no seat. */
    static final String ANSWER = "org.carrel.desk.testSeat";

    static final String PAGE = "/desk/testing-room/";
    private static final String ALLOWED = "allow-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient TestRooms rooms;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var room = Numbered.importNumber(request).orElse(0);
        var texts = FormTexts.of(request);
        switch (request.getServletPath()) {
            case SEAT -> seat(room, texts, request, response);
            case MARK -> {
                mark(room, texts);
                TestWindowServlet.to(request, response, PAGE + room + "#marks");
            }
            default -> TestWindowServlet.to(request, response, PAGE + room + change(room, texts));
        }
    }

    private void seat(long room, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (texts.has("release")) {
            rooms.release(room, FormTexts.number(texts.get("release")), caller.required());
            TestWindowServlet.to(request, response, PAGE + room + "?said=released#seats");
            return;
        }
        // A scanner ends with Enter: the card alone comes first, and the page asks for the device then.
        if (!texts.get("card").isBlank() && texts.get("tag").isBlank()) {
            again(room, request, response, HttpServletResponse.SC_OK);
            return;
        }
        var wish = new SeatWish(texts.get("why"), texts.has("add"));
        var answer = rooms.seat(room, texts.get("card"), texts.get("tag"), wish, caller.required());
        if (!answer.kind().isDone()) {
            request.setAttribute(ANSWER, answer);
            again(room, request, response, UNPROCESSABLE);
            return;
        }
        var said = "?said=" + answer.kind() + "&student=" + answer.student().orElse(0)
                + (answer.ready() ? "" : "&look=yes");
        TestWindowServlet.to(request, response, PAGE + room + said);
    }

    private static void again(long room, HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, PAGE + room);
        response.setStatus(status);
        request.getRequestDispatcher("/desk/testing-room.xhtml").forward(request, response);
    }

    private void mark(long room, FormTexts texts) {
        Arrays.stream(Mark.Kind.values())
                .filter(kind -> kind.name().equals(texts.get("do")))
                .forEach(kind -> rooms.mark(room, kind, caller.required()));
    }

    /** @return what the page is to say, as the rest of its address */
    private String change(long room, FormTexts texts) {
        var by = caller.required();
        return switch (texts.get("do")) {
            case "class" -> said(rooms.addClass(room, texts.get("class"), by));
            case "before" -> said(rooms.addAsBefore(room, by));
            case "remove" ->
                rooms.removeStudent(room, FormTexts.number(texts.get("student")), by)
                        ? "?said=removed#list"
                        : "?said=stays#list";
            case "proctor" -> {
                rooms.proctor(room, FormTexts.number(texts.get("account")), true, by);
                yield "#proctors";
            }
            case "unproctor" -> {
                rooms.proctor(room, FormTexts.number(texts.get("account")), false, by);
                yield "#proctors";
            }
            case "allow" -> {
                var all = Arrays.stream(Accommodation.values())
                        .filter(one -> texts.has(ALLOWED + one))
                        .collect(Collectors.toSet());
                rooms.allow(room, FormTexts.number(texts.get("student")), all, by);
                yield "?said=allowed#list";
            }
            default -> "";
        };
    }

    private static String said(int added) {
        return added < 0 ? "?said=nobody#list" : "?said=added&count=" + added + "#list";
    }
}
