package org.carrel.testing.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.TimeSpan;
import org.carrel.testing.Accommodation;
import org.carrel.testing.RoomSheet.Mark;
import org.carrel.testing.RoomSheet.Proctor;
import org.carrel.testing.TestRoom;
import org.carrel.testing.TestStudent;
import org.carrel.testing.TestStudent.Seat;

/** Rooms in tests: who is in them, and who sat at which device. */
public final class RoomStore {
    private static final String SELECT = """
            select r.id, w.id, w.name, w.program_id, p.name, s.code, c.id, b.id, b.name_en, b.name_es, c.on_date, c.starts_at,
                c.ends_at, c.state = 'booked',
                (select count(*) from testing_proctor x where x.room_id = r.id),
                (select count(*) from testing_student x where x.room_id = r.id),
                (select count(*) from testing_student x join testing_seat y on y.open_student = x.id where x.room_id = r.id)
            from testing_room r join testing_day d on d.session_id = r.session_id join testing_window w on w.id = d.window_id
                join testing_program p on p.id = w.program_id join site s on s.id = w.site_id
                join class_session c on c.id = r.session_id join booking_resource b on b.id = r.resource_id
            """;
    private static final String ORDER = " order by c.starts_at, b.position, b.name_en, r.id";

    public Optional<TestRoom> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where r.id = ?", RoomStore::room, id);
    }

    /** In the order of the days. */
    public List<TestRoom> ofWindow(Connection connection, long window) throws SQLException {
        return Sql.list(connection, SELECT + "where w.id = ?" + ORDER, RoomStore::room, window);
    }

    /** Rooms of a site from a day on, those that were called off left out. @param site code */
    public List<TestRoom> from(Connection connection, String site, LocalDate day) throws SQLException {
        var sql = SELECT + "where s.code = ? and c.on_date >= ? and c.state = 'booked'" + ORDER;
        return Sql.list(connection, sql, RoomStore::room, site, day);
    }

    /** Rooms of the same place in the same window on days before, the latest first. */
    public List<TestRoom> before(Connection connection, TestRoom room) throws SQLException {
        var sql = SELECT + "where w.id = ? and b.id = ? and c.starts_at < ? order by c.starts_at desc";
        return Sql.list(
                connection,
                sql,
                RoomStore::room,
                room.window(),
                room.resource(),
                Utc.of(room.span().starts()));
    }

    private static TestRoom room(ResultSet row) throws SQLException {
        return new TestRoom(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                Objects.requireNonNull(row.getObject(11, LocalDate.class)),
                new TimeSpan(Utc.instant(row, 12), Utc.instant(row, 13)),
                row.getBoolean(14),
                row.getInt(15),
                row.getInt(16),
                row.getInt(17));
    }

    public boolean isProctor(Connection connection, long room, long account) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from testing_proctor where room_id = ? and account_id = ?",
                        row -> true,
                        room,
                        account)
                .isPresent();
    }

    public List<Proctor> proctors(Connection connection, long room) throws SQLException {
        return Sql.list(
                connection,
                "select a.id, a.display_name from testing_proctor t join account a on a.id = t.account_id where t.room_id = ? "
                        + "order by a.display_name, a.id",
                row -> new Proctor(row.getLong(1), row.getString(2)),
                room);
    }

    /** Teachers and substitutes who can sign in at a site. @param site code */
    public List<Proctor> possibleProctors(Connection connection, String site) throws SQLException {
        var sql = """
                select a.id, a.display_name from account a left join site s on s.id = a.site_id
                where a.role in ('teacher', 'substitute') and a.disabled_at is null and not a.program
                    and (s.code = ? or a.site_id is null)
                order by a.display_name, a.id
                """;
        return Sql.list(connection, sql, row -> new Proctor(row.getLong(1), row.getString(2)), site);
    }

    public void addProctor(Connection connection, long room, long account) throws SQLException {
        Sql.update(connection, "insert ignore into testing_proctor (room_id, account_id) values (?, ?)", room, account);
    }

    public void removeProctor(Connection connection, long room, long account) throws SQLException {
        Sql.update(connection, "delete from testing_proctor where room_id = ? and account_id = ?", room, account);
    }

    /** By name, with all their seats. */
    public List<TestStudent> students(Connection connection, long room) throws SQLException {
        var seats = seats(connection, room);
        var sql = """
                select t.id, p.id,
                    trim(both ', ' from concat(p.family_name, ', ', if(p.preferred_name = '', p.given_name, p.preferred_name))),
                    p.identifier, t.accommodations
                from testing_student t join patron p on p.id = t.patron_id where t.room_id = ?
                order by p.family_name, p.given_name, t.id
                """;
        return Sql.list(
                connection,
                sql,
                row -> new TestStudent(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        accommodations(row.getString(5)),
                        seats.getOrDefault(row.getLong(1), List.of())),
                room);
    }

    private static Set<Accommodation> accommodations(String words) {
        var found = EnumSet.noneOf(Accommodation.class);
        Arrays.stream(words.split(","))
                .filter(word -> !word.isEmpty())
                .forEach(word -> found.add(Accommodation.valueOf(word.toUpperCase(Locale.ROOT))));
        return found;
    }

    private static Map<Long, List<Seat>> seats(Connection connection, long room) throws SQLException {
        record Of(long student, Seat seat) {}
        var sql = """
                select s.student_id, s.id, s.device_id, coalesce(d.asset_tag, d.serial), s.seated_at, s.ended_at, s.why,
                    if(k.released_at is null, k.id, null)
                from testing_seat s join testing_student t on t.id = s.student_id join device_record d on d.id = s.device_id
                    left join device_keep k on k.id = s.keep_id
                where t.room_id = ? order by s.id
                """;
        var all = new HashMap<Long, List<Seat>>();
        Sql.list(
                        connection,
                        sql,
                        row -> new Of(
                                row.getLong(1),
                                new Seat(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        Utc.instant(row, 5),
                                        Utc.someInstant(row, 6),
                                        row.getString(7),
                                        Utc.someNumber(row, 8))),
                        room)
                .forEach(each -> all.computeIfAbsent(each.student(), id -> new ArrayList<>())
                        .add(each.seat()));
        return all;
    }

    /** Number of a person's entry in the list of a room, which nobody else changes until the transaction ends. */
    public OptionalLong lockStudent(Connection connection, long room, long patron) throws SQLException {
        var sql = "select id from testing_student where room_id = ? and patron_id = ? for update";
        return Sql.first(connection, sql, row -> OptionalLong.of(row.getLong(1)), room, patron)
                .orElse(OptionalLong.empty());
    }

    /** False when they are on it already. */
    public boolean addStudent(Connection connection, long room, long patron) throws SQLException {
        return Sql.update(
                        connection,
                        "insert ignore into testing_student (room_id, patron_id) values (?, ?)",
                        room,
                        patron)
                > 0;
    }

    /** As they are in another room; those who are here already stay as they are. @return how many were added */
    public int copyStudents(Connection connection, long from, long to) throws SQLException {
        return Sql.update(
                connection,
                "insert ignore into testing_student (room_id, patron_id, accommodations) "
                        + "select ?, patron_id, accommodations from testing_student where room_id = ?",
                to,
                from);
    }

    public void copyProctors(Connection connection, long from, long to) throws SQLException {
        Sql.update(
                connection,
                "insert ignore into testing_proctor (room_id, account_id) select ?, account_id from testing_proctor where room_id = ?",
                to,
                from);
    }

    /** False when they have sat here or an incident is about them: what was, stays. */
    public boolean removeStudent(Connection connection, long room, long student) throws SQLException {
        var sql = """
                delete from testing_student where room_id = ? and id = ?
                    and not exists (select 1 from testing_seat s where s.student_id = testing_student.id)
                    and not exists (select 1 from testing_incident_student s where s.student_id = testing_student.id)
                """;
        return Sql.update(connection, sql, room, student) > 0;
    }

    public void allow(Connection connection, long room, long student, Set<Accommodation> all) throws SQLException {
        var words = all.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
        Sql.update(
                connection,
                "update testing_student set accommodations = ? where room_id = ? and id = ?",
                words,
                room,
                student);
    }

    /** The seat in which somebody of a list sits. */
    public Optional<Seat> open(Connection connection, long student) throws SQLException {
        var sql = """
                select s.id, s.device_id, coalesce(d.asset_tag, d.serial), s.seated_at
                from testing_seat s join device_record d on d.id = s.device_id where s.open_student = ?
                """;
        return Sql.first(
                connection,
                sql,
                row -> new Seat(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        Utc.instant(row, 4),
                        Optional.empty(),
                        "",
                        OptionalLong.empty()),
                student);
    }

    /** Whether somebody else sits at the device in a test that is at the same time. The device is locked. */
    public boolean isTaken(Connection connection, long device, long student, TimeSpan span) throws SQLException {
        var sql = """
                select 1 from testing_seat s join testing_student t on t.id = s.student_id join testing_room r on r.id = t.room_id
                    join class_session c on c.id = r.session_id
                where s.device_id = ? and s.ended_at is null and s.student_id <> ? and c.starts_at < ? and c.ends_at > ?
                    and c.state = 'booked'
                """;
        return Sql.first(connection, sql, row -> true, device, student, Utc.of(span.ends()), Utc.of(span.starts()))
                .isPresent();
    }

    /** Whether the person sits in another room in a test that is at the same time. The person is locked. */
    public boolean isElsewhere(Connection connection, long patron, long room, TimeSpan span) throws SQLException {
        var sql = """
                select 1 from testing_student t join testing_seat s on s.open_student = t.id join testing_room r on r.id = t.room_id
                    join class_session c on c.id = r.session_id
                where t.patron_id = ? and t.room_id <> ? and c.starts_at < ? and c.ends_at > ? and c.state = 'booked'
                """;
        return Sql.first(connection, sql, row -> true, patron, room, Utc.of(span.ends()), Utc.of(span.starts()))
                .isPresent();
    }

    public void sit(Connection connection, long student, long device, long account, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into testing_seat (student_id, device_id, seated_at, account_id) values (?, ?, ?, ?)",
                student,
                device,
                Utc.of(now),
                account);
    }

    /** @param keep by which the device is kept */
    public void leave(Connection connection, long seat, String why, long keep, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update testing_seat set ended_at = ?, why = ?, keep_id = ? where id = ?",
                Utc.of(now),
                why,
                keep,
                seat);
    }

    /** Everybody leaves their device. */
    public void leaveAll(Connection connection, long room, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update testing_seat set ended_at = ? where ended_at is null and student_id in "
                        + "(select id from testing_student where room_id = ?)",
                Utc.of(now),
                room);
    }

    public void mark(Connection connection, long room, Mark.Kind kind, long account, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into testing_mark (room_id, at, kind, account_id) values (?, ?, ?, ?)",
                room,
                Utc.of(now),
                kind.name().toLowerCase(Locale.ROOT),
                account);
    }

    /** In order. */
    public List<Mark> marks(Connection connection, long room) throws SQLException {
        return Sql.list(
                connection,
                "select m.at, m.kind, coalesce(a.display_name, '') from testing_mark m left join account a on a.id = m.account_id "
                        + "where m.room_id = ? order by m.id",
                row -> new Mark(
                        Utc.instant(row, 1),
                        Mark.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getString(3)),
                room);
    }
}
