package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.TestRooms;

/** desk/testing-rooms.xhtml: rooms in tests in which who asks has something to do. */
@Named
@RequestScoped
public class TestOwnRoomsView {
    @Inject
    TestRooms rooms;

    @Inject
    SchoolCalendar calendars;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    public record Row(long id, String name, String test, String when, String counted) {}

    public List<Row> getRooms() {
        return rooms.own(caller.required()).stream()
                .map(room -> new Row(
                        room.id(),
                        room.name(words.language().locale()),
                        room.windowName(),
                        new TestWords(words, calendars.of(room.site()).zone()).when(room),
                        words.text("test.counted", room.seated(), room.students(), room.proctors())))
                .toList();
    }
}
