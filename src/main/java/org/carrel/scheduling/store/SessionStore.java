package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionCopy;
import org.carrel.scheduling.SessionEvent;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.rules.BookingRules.Own;
import org.jspecify.annotations.Nullable;

/** Sessions, their parts and their history. */
public final class SessionStore {
    private static final String SELECT =
            "select c.id, si.code, c.kind, c.state, c.uid, c.sequence, c.class_id, c.class_name, c.grade, "
                    + "c.heads, c.subject, c.purpose, c.topic, c.books, c.on_date, c.first_period, c.last_period, c.starts_at, c.ends_at, "
                    + "c.series_id, c.series_on, c.displaced_by, c.why, c.claimed_at, c.version, c.request_id, c.booked_by, c.booked_at, "
                    + "c.changed_at, " + TeacherStore.COLUMNS
                    + " from class_session c join site si on si.id = c.site_id join session_teacher te on te.id = c.teacher_id"
                    + TeacherStore.JOINS;
    private static final int TEACHER = 30;

    public Optional<ClassSession> find(Connection connection, long id) throws SQLException {
        return list(connection, "where c.id = ?", id).stream().findFirst();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    public Optional<ClassSession> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from class_session where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    /** In the order of their times; who is not there is left out. */
    public List<ClassSession> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        return list(
                connection, "where c.id in (" + Sql.marks(ids.size()) + ") order by c.starts_at, c.id", ids.toArray());
    }

    /** As {@link #find}; nobody else changes them until the transaction ends. Locked in the order of their numbers. */
    public List<ClassSession> lock(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = "select id from class_session where id in (" + Sql.marks(ids.size()) + ") order by id for update";
        Sql.list(connection, sql, row -> row.getLong(1), ids.stream().sorted().toArray());
        return find(connection, ids);
    }

    /** What these have pushed out, in the order of their times. */
    public List<ClassSession> displacedBy(Connection connection, Collection<Long> tests) throws SQLException {
        if (tests.isEmpty()) return List.of();
        return list(
                connection,
                "where c.displaced_by in (" + Sql.marks(tests.size())
                        + ") and c.state = 'displaced' order by c.starts_at, c.id",
                tests.toArray());
    }

    /** What each is for, by its number. */
    public Map<Long, ClassSession.Kind> kinds(Connection connection, Collection<Long> ids) throws SQLException {
        var kinds = new HashMap<Long, ClassSession.Kind>();
        if (ids.isEmpty()) return kinds;
        record Of(long id, ClassSession.Kind kind) {}
        Sql.list(
                        connection,
                        "select id, kind from class_session where id in (" + Sql.marks(ids.size()) + ")",
                        row -> new Of(
                                row.getLong(1),
                                ClassSession.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT))),
                        ids.toArray())
                .forEach(each -> kinds.put(each.id(), each.kind()));
        return kinds;
    }

    /** What a request has booked already. */
    public Optional<ClassSession> ofRequest(Connection connection, UUID request) throws SQLException {
        return list(connection, "where c.request_id = ?", request.toString()).stream()
                .findFirst();
    }

    /** Live ones of a site, first and last day included, in the order of the day. */
    public List<ClassSession> live(Connection connection, String site, LocalDate first, LocalDate last)
            throws SQLException {
        return list(
                connection,
                "where si.code = ? and c.on_date between ? and ? and c.state in ('requested', 'booked') "
                        + "order by c.starts_at, c.id",
                site,
                first,
                last);
    }

    /** All of a site, first and last day included, whatever has become of them, in the order of the day. */
    public List<ClassSession> all(Connection connection, String site, LocalDate first, LocalDate last)
            throws SQLException {
        return list(
                connection,
                "where si.code = ? and c.on_date between ? and ? order by c.starts_at, c.id",
                site,
                first,
                last);
    }

    /** Those of a teacher from a day on, whatever has become of them, in order. */
    public List<ClassSession> ofTeacher(Connection connection, long teacher, LocalDate from) throws SQLException {
        return list(connection, "where c.teacher_id = ? and c.on_date >= ? order by c.starts_at, c.id", teacher, from);
    }

    /** Those that an account has booked, first and last day included, whatever has become of them, in order. */
    public List<ClassSession> bookedBy(Connection connection, long account, LocalDate first, LocalDate last)
            throws SQLException {
        return list(
                connection,
                "where c.booked_by = ? and c.on_date between ? and ? order by c.starts_at, c.id",
                account,
                first,
                last);
    }

    /** Those that a teacher asked for last, newest first, without those that came to nothing. */
    public List<ClassSession> latest(Connection connection, long teacher, int most) throws SQLException {
        return list(
                connection,
                "where c.teacher_id = ? and c.kind = 'research' and c.state in ('requested', 'booked', 'released') "
                        + "order by c.booked_at desc, c.id desc limit ?",
                teacher,
                most);
    }

    /** Those that somebody has to approve and that are not over, in order. */
    public List<ClassSession> requested(Connection connection, String site, Instant now) throws SQLException {
        return list(
                connection,
                "where si.code = ? and c.state = 'requested' and c.ends_at > ? order by c.starts_at, c.id",
                site,
                Utc.of(now));
    }

    /** @param where a condition of ours with its order, without any value in it */
    List<ClassSession> list(Connection connection, String where, @Nullable Object... values) throws SQLException {
        var bare = Sql.list(connection, SELECT + where, SessionStore::session, values);
        if (bare.isEmpty()) return bare;
        var parts = parts(connection, bare.stream().map(ClassSession::id).toList());
        return bare.stream()
                .map(session -> with(session, parts.getOrDefault(session.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<Part>> parts(Connection connection, List<Long> ids) throws SQLException {
        record Of(long session, Part part) {}
        var sql = """
                select p.session_id, p.resource_id, r.kind, r.name_en, r.name_es, r.device_id, p.quantity, p.alone
                from session_part p join booking_resource r on r.id = p.resource_id where p.session_id in (%s)
                order by r.kind, r.position, r.name_en
                """.formatted(ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        var found = new HashMap<Long, List<Part>>();
        Sql.list(
                        connection,
                        sql,
                        row -> new Of(
                                row.getLong(1),
                                new Part(
                                        row.getLong(2),
                                        BookingResource.Kind.valueOf(
                                                row.getString(3).toUpperCase(Locale.ROOT)),
                                        row.getString(4),
                                        row.getString(5),
                                        Utc.someNumber(row, 6),
                                        row.getInt(7),
                                        row.getBoolean(8))))
                .forEach(each -> found.computeIfAbsent(each.session(), id -> new ArrayList<>())
                        .add(each.part()));
        return found;
    }

    /** What quotas may count of a teacher, first and last day included. */
    public List<Own> own(Connection connection, long teacher, LocalDate first, LocalDate last) throws SQLException {
        var sql = """
                select c.id, c.on_date, group_concat(p.resource_id)
                from class_session c join session_part p on p.session_id = c.id
                where c.teacher_id = ? and c.on_date between ? and ? and c.kind = 'research'
                    and c.state in ('requested', 'booked', 'late_cancelled', 'released')
                group by c.id, c.on_date
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Own(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                        java.util.Arrays.stream(row.getString(3).split(","))
                                .map(Long::valueOf)
                                .collect(Collectors.toSet())),
                teacher,
                first,
                last);
    }

    /** Stores it with its parts; its number stands in none of the values. @return its number */
    public long insert(Connection connection, ClassSession session) throws SQLException {
        var about = session.about();
        Sql.update(
                connection,
                """
                insert into class_session (site_id, kind, state, uid, sequence, teacher_id, class_id, class_name, grade, heads, subject,
                    purpose, topic, books, on_date, first_period, last_period, starts_at, ends_at, series_id, series_on, why, request_id,
                    booked_by, booked_at, changed_at)
                select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from site where code = ?
                """,
                word(session.kind()),
                word(session.state()),
                session.uid().toString(),
                session.sequence(),
                session.teacher().id(),
                orNull(about.schoolClass()),
                about.className(),
                about.grade(),
                about.heads(),
                about.subject(),
                about.purpose(),
                about.topic(),
                about.books(),
                session.day(),
                session.first(),
                session.last(),
                Utc.of(session.span().starts()),
                Utc.of(session.span().ends()),
                orNull(session.series()),
                session.seriesDay().orElse(null),
                session.why(),
                session.request().toString(),
                orNull(session.bookedBy()),
                Utc.of(session.bookedAt()),
                Utc.of(session.changedAt()),
                session.site());
        var id = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
        insertParts(connection, id, session.parts());
        return id;
    }

    private static void insertParts(Connection connection, long id, List<Part> parts) throws SQLException {
        Sql.batch(
                connection,
                "insert into session_part (session_id, resource_id, quantity, alone) values (?, ?, ?, ?)",
                parts,
                (statement, part) -> {
                    statement.setLong(1, id);
                    statement.setLong(2, part.resource());
                    statement.setInt(3, part.quantity());
                    statement.setBoolean(4, part.alone());
                });
    }

    /** All that can change of it, and its parts; its version rises. */
    public void update(Connection connection, ClassSession session) throws SQLException {
        var about = session.about();
        Sql.update(
                connection,
                """
                update class_session set state = ?, sequence = ?, teacher_id = ?, class_id = ?, class_name = ?, grade = ?, heads = ?,
                    subject = ?, purpose = ?, topic = ?, books = ?, on_date = ?, first_period = ?, last_period = ?, starts_at = ?,
                    ends_at = ?, displaced_by = ?, why = ?, claimed_at = ?, version = version + 1, changed_at = ?
                where id = ?
                """,
                word(session.state()),
                session.sequence(),
                session.teacher().id(),
                orNull(about.schoolClass()),
                about.className(),
                about.grade(),
                about.heads(),
                about.subject(),
                about.purpose(),
                about.topic(),
                about.books(),
                session.day(),
                session.first(),
                session.last(),
                Utc.of(session.span().starts()),
                Utc.of(session.span().ends()),
                orNull(session.displacedBy()),
                session.why(),
                Utc.of(session.claimed()),
                Utc.of(session.changedAt()),
                session.id());
        Sql.update(connection, "delete from session_part where session_id = ?", session.id());
        insertParts(connection, session.id(), session.parts());
    }

    public void note(Connection connection, long session, SessionEvent event) throws SQLException {
        Sql.update(
                connection,
                "insert into session_event (session_id, at, kind, account_id, detail) "
                        + "values (?, ?, ?, (select id from account where id = ?), ?)",
                session,
                Utc.of(event.at()),
                word(event.kind()),
                orNull(event.account()),
                event.detail());
    }

    /** In order. */
    public List<SessionEvent> events(Connection connection, long session) throws SQLException {
        var sql = "select at, kind, account_id, detail from session_event where session_id = ? order by id";
        return Sql.list(
                connection,
                sql,
                row -> new SessionEvent(
                        Utc.instant(row, 1),
                        SessionEvent.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        Utc.someNumber(row, 3),
                        row.getString(4)),
                session);
    }

    /** Those that somebody has prepared, and of which nothing was changed since. */
    public Set<Long> prepared(Connection connection, Collection<Long> sessions) throws SQLException {
        if (sessions.isEmpty()) return Set.of();
        var sql = "select session_id from session_event where session_id in (" + Sql.marks(sessions.size())
                + ") and kind in ('prepared', 'changed', 'moved', 'restored') group by session_id "
                + "having max(if(kind = 'prepared', id, 0)) = max(id)";
        return Set.copyOf(Sql.list(connection, sql, row -> row.getLong(1), sessions.toArray()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }

    private static ClassSession with(ClassSession bare, Collection<Part> parts) {
        return new SessionCopy(bare).parts(List.copyOf(parts));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static ClassSession session(ResultSet row) throws SQLException {
        return new ClassSession(
                row.getLong(1),
                row.getString(2),
                ClassSession.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                UUID.fromString(row.getString(5)),
                row.getInt(6),
                TeacherStore.teacher(row, TEACHER),
                new SessionFacts(
                        Utc.someNumber(row, 7),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getInt(14)),
                Objects.requireNonNull(row.getObject(15, LocalDate.class)),
                row.getInt(16),
                row.getInt(17),
                new TimeSpan(instant(row, 18), instant(row, 19)),
                List.of(),
                Utc.someNumber(row, 20),
                Utc.someDay(row, 21),
                Utc.someNumber(row, 22),
                row.getString(23),
                Utc.someInstant(row, 24),
                row.getInt(25),
                UUID.fromString(row.getString(26)),
                Utc.someNumber(row, 27),
                Utc.instant(row, 28),
                Utc.instant(row, 29));
    }
}
