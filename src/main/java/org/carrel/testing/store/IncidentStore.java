package org.carrel.testing.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.testing.Incident;
import org.carrel.testing.Incident.Person;
import org.carrel.testing.IncidentDraft;

/** The incident log, to which only is added, and what is being written for it. */
public final class IncidentStore {
    public void draft(Connection connection, long room, long account, IncidentDraft draft, Instant now)
            throws SQLException {
        var sql = """
                insert into testing_draft (room_id, account_id, what, action, happened, tag, students, saved_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update what = values(what), action = values(action), happened = values(happened), tag = values(tag),
                    students = values(students), saved_at = values(saved_at)
                """;
        Sql.update(
                connection,
                sql,
                room,
                account,
                draft.what(),
                draft.action(),
                draft.happened(),
                draft.tag(),
                draft.students().stream().map(String::valueOf).collect(Collectors.joining(",")),
                Utc.of(now));
    }

    public Optional<IncidentDraft> draft(Connection connection, long room, long account) throws SQLException {
        return Sql.first(
                connection,
                "select what, action, happened, tag, students from testing_draft where room_id = ? and account_id = ?",
                row -> new IncidentDraft(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        numbers(row.getString(5))),
                room,
                account);
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(","))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    public void dropDraft(Connection connection, long room, long account) throws SQLException {
        Sql.update(connection, "delete from testing_draft where room_id = ? and account_id = ?", room, account);
    }

    public boolean isDone(Connection connection, UUID request) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from testing_incident where request_id = ?",
                        row -> true,
                        request.toString())
                .isPresent();
    }

    public boolean has(Connection connection, long room, long incident) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from testing_incident where room_id = ? and id = ?",
                        row -> true,
                        room,
                        incident)
                .isPresent();
    }

    /** What is new in the log. @param students numbers of those on the list of the room; others are left out */
    public record Entry(
            long room,
            Instant at,
            OptionalLong device,
            String what,
            String action,
            OptionalLong corrects,
            List<Long> students,
            UUID request) {}

    public void add(Connection connection, Entry entry, long account, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into testing_incident (room_id, at, noted_at, account_id, device_id, what, action, corrects, request_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.room(),
                Utc.of(entry.at()),
                Utc.of(now),
                account,
                entry.device().isPresent() ? entry.device().getAsLong() : null,
                entry.what(),
                entry.action(),
                entry.corrects().isPresent() ? entry.corrects().getAsLong() : null,
                entry.request().toString());
        var id = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
        for (var student : entry.students())
            Sql.update(
                    connection,
                    "insert ignore into testing_incident_student (incident_id, student_id) "
                            + "select ?, id from testing_student where id = ? and room_id = ?",
                    id,
                    student,
                    entry.room());
    }

    /** In the order in which they were written down. */
    public List<Incident> log(Connection connection, long room) throws SQLException {
        record Of(long incident, Person person) {}
        var people = new HashMap<Long, List<Person>>();
        var about = """
                select x.incident_id, t.id,
                    trim(both ', ' from concat(p.family_name, ', ', if(p.preferred_name = '', p.given_name, p.preferred_name))),
                    p.identifier
                from testing_incident_student x join testing_student t on t.id = x.student_id join patron p on p.id = t.patron_id
                where t.room_id = ? order by p.family_name, p.given_name, t.id
                """;
        Sql.list(
                        connection,
                        about,
                        row -> new Of(row.getLong(1), new Person(row.getLong(2), row.getString(3), row.getString(4))),
                        room)
                .forEach(each -> people.computeIfAbsent(each.incident(), id -> new ArrayList<>())
                        .add(each.person()));
        var sql = """
                select i.id, i.at, i.noted_at, coalesce(a.display_name, ''), coalesce(d.asset_tag, d.serial), i.what, i.action, i.corrects
                from testing_incident i left join account a on a.id = i.account_id left join device_record d on d.id = i.device_id
                where i.room_id = ? order by i.id
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Incident(
                        row.getLong(1),
                        Utc.instant(row, 2),
                        Utc.instant(row, 3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        Utc.someNumber(row, 8),
                        people.getOrDefault(row.getLong(1), List.of())),
                room);
    }
}
