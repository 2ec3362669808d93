package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.carrel.scheduling.ClassSession;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.TestWindow;
import org.carrel.testing.TestWindows;

/** desk/testing-window.xhtml: the days and rooms of a testing window, and what it has pushed out. */
@Named
@RequestScoped
public class TestWindowView {
    @Inject
    HttpServletRequest request;

    @Inject
    TestWindows windows;

    @Inject
    SchoolCalendar calendars;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<TestWindow> window = Optional.empty();

    @PostConstruct
    void load() {
        window = windows.find(Numbered.importNumber(request).orElse(0), caller.required());
    }

    public void check() throws IOException {
        if (window.isEmpty()) Pages.notFound();
    }

    private TestWindow window() {
        return window.orElseThrow();
    }

    private TestWords says() {
        return new TestWords(words, calendars.of(window().site()).zone());
    }

    public long getId() {
        return window().id();
    }

    public String getName() {
        return window().name();
    }

    public String getAbout() {
        return words.text("test.about", window().programName(), window().madeBy(), words.day(window().made()));
    }

    public String getState() {
        if (window().forgotten().isPresent()) {
            var gone = window().forgotten().get();
            return words.text("test.forgotten", words.day(gone.at()), gone.seats(), gone.incidents());
        }
        return window().cancelled()
                .map(at -> words.text("test.cancelledOn", words.day(at)))
                .orElse("");
    }

    public boolean isMayCancel() {
        return window().cancelled().isEmpty()
                && windows.mayOpen(window().site(), caller.required())
                && window().days().stream().anyMatch(this::isToCome);
    }

    private boolean isToCome(ClassSession day) {
        return day.state().isLive() && !day.isOver(clock.instant());
    }

    /** @param open whether it can be called off */
    public record Day(String day, String when, boolean live, boolean open, List<Room> rooms) {}

    public record Room(long id, String name, String counted) {}

    public List<Day> getDays() {
        var rooms = windows.rooms(window().id());
        return window().days().stream()
                .map(day -> new Day(
                        day.day().toString(),
                        says().when(day),
                        day.state().isLive(),
                        isToCome(day),
                        rooms.stream()
                                .filter(room -> room.session() == day.id())
                                .map(room -> new Room(
                                        room.id(),
                                        room.name(words.language().locale()),
                                        words.text("test.counted", room.seated(), room.students(), room.proctors())))
                                .toList()))
                .toList();
    }

    public record Gone(long id, String when, String what) {}

    public List<Gone> getOut() {
        return windows.out(window()).stream()
                .map(session -> new Gone(session.id(), says().when(session), says().what(session)))
                .toList();
    }

    public String getDone() {
        var texts = FormTexts.of(request);
        return switch (texts.get("done")) {
            case "opened" -> words.text("test.opened");
            case "cancelled" ->
                words.text(
                        "test.givenBack",
                        Math.max(0, FormTexts.integer(texts.get("restored"))),
                        Math.max(0, FormTexts.integer(texts.get("left"))));
            default -> "";
        };
    }
}
