package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionReader;

/** Whom sessions concern. */
public final class ReaderStore {
    private static final String SELECT = """
            select te.patron_id, a.id, a.display_name, if(a.username like '%_@_%', a.username, ''), m.account_id is null
            from account a left join session_teacher te on te.account_id = a.id
                left join session_mail_off m on m.account_id = a.id
            where a.disabled_at is null and not a.program and\s""";

    public List<SessionReader> of(Connection connection, ClassSession session) throws SQLException {
        var found = new ArrayList<SessionReader>();
        var teacher = session.teacher();
        var account = teacher.account();
        if (account.isPresent()) account(connection, account.getAsLong()).ifPresent(found::add);
        if (found.isEmpty() && teacher.patron().isPresent())
            found.add(new SessionReader(teacher.patron(), OptionalLong.empty(), teacher.name(), "", true));
        for (var part : session.parts()) {
            if (part.kind() != BookingResource.Kind.PERSON) continue;
            var sql = SELECT + "a.id = (select account_id from booking_resource where id = ?)";
            Sql.first(connection, sql, ReaderStore::reader, part.resource())
                    .filter(reader ->
                            found.stream().noneMatch(known -> known.account().equals(reader.account())))
                    .ifPresent(found::add);
        }
        return found;
    }

    public Optional<SessionReader> account(Connection connection, long account) throws SQLException {
        return Sql.first(connection, SELECT + "a.id = ?", ReaderStore::reader, account);
    }

    private static SessionReader reader(ResultSet row) throws SQLException {
        return new SessionReader(
                Utc.someNumber(row, 1), Utc.someNumber(row, 2), row.getString(3), row.getString(4), row.getBoolean(5));
    }
}
