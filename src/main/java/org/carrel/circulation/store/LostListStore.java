package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.CallNumber;
import org.carrel.circulation.LentCopy;
import org.carrel.circulation.LostFilter;
import org.carrel.circulation.LostThing;
import org.carrel.circulation.Money;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** What is lost, claimed or damaged and not settled, as one list. */
public final class LostListStore {
    /** What is lost and claimed stands there as claimed. */
    private static final String ALL = """
            (select 'lost' as kind, l.id, l.id as loan_id, l.item_id, l.patron_id, l.state_since as since, '' as said, l.site_id
             from loan l where l.ended is null and l.state = 'lost'
                and not exists (select 1 from loan_claim c where c.open_loan = l.id)
             union all
             select if(c.kind = 'returned', 'claimed', 'never_had'), c.id, c.loan_id, l.item_id, c.patron_id, c.claimed_at,
                c.said_by, l.site_id
             from loan_claim c join loan l on l.id = c.loan_id where c.resolved is null
             union all
             select d.kind, d.id, d.loan_id, d.item_id, d.patron_id, d.reported_at, d.note, i.site_id
             from damage_report d join item i on i.id = d.item_id where d.settled is null) t
            join site s on s.id = t.site_id
            """;

    private static final String ROWS = """
            select t.kind, t.id, t.patron_id, p.family_name, coalesce(nullif(p.preferred_name, ''), p.given_name), p.grade,
                p.homeroom, t.item_id, coalesce(i.barcode, ''), b.title, i.call_prefix, i.call_class, i.call_cutter,
                i.call_suffix, t.since, t.said,
                coalesce((select sum(greatest(0, c.amount + coalesce((select sum(e.delta) from charge_entry e
                          where e.charge_id = c.id), 0))) from charge c where c.loan_id = t.loan_id), 0)
            from
            """ + ALL + """
            join item i on i.id = t.item_id
            join bib_record b on b.id = i.bib_id
            left join patron p on p.id = t.patron_id
            """;

    /** Whose and what it is. @param site code of the site that lent it, or that has it */
    public record Subject(long item, OptionalLong patron, String site) {}

    private record Where(String sql, List<Object> parameters) {}

    private static Where where(LostFilter filter) {
        var parts = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        filter.kind().ifPresent(kind -> {
            parts.add("t.kind = ?");
            parameters.add(word(kind));
        });
        if (!filter.site().isEmpty()) {
            parts.add("s.code = ?");
            parameters.add(filter.site());
        }
        filter.patron().ifPresent(patron -> {
            parts.add("t.patron_id = ?");
            parameters.add(patron);
        });
        return new Where(parts.isEmpty() ? "" : " where " + String.join(" and ", parts), parameters);
    }

    public int count(Connection connection, LostFilter filter) throws SQLException {
        var where = where(filter);
        var sql = "select count(*) from " + ALL + where.sql();
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getInt(1),
                        where.parameters().toArray())
                .orElse(0);
    }

    public List<LostThing> find(Connection connection, LostFilter filter, int from, int most) throws SQLException {
        var where = where(filter);
        var order =
                switch (filter.sort()) {
                    case NEWEST -> "t.since desc, t.id desc";
                    case OLDEST -> "t.since, t.id";
                    case NAME -> "p.family_name is null, p.family_name, p.given_name, t.since, t.id";
                    case CALL_NUMBER -> "i.shelf_key, i.id, t.id";
                };
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(most);
        parameters.add(from);
        return Sql.list(
                connection,
                ROWS + where.sql() + " order by " + order + " limit ? offset ?",
                LostListStore::thing,
                parameters.toArray());
    }

    private static LostThing thing(ResultSet row) throws SQLException {
        var patron = row.getLong(3);
        var known = row.wasNull() ? Optional.<Long>empty() : Optional.of(patron);
        var call = new CallNumber(row.getString(11), row.getString(12), row.getString(13), row.getString(14));
        return new LostThing(
                LostThing.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getLong(2),
                known,
                joined(", ", row.getString(4), row.getString(5)),
                joined(" · ", row.getString(6), row.getString(7)),
                new LentCopy(row.getLong(8), row.getString(9), row.getString(10), call.text()),
                Utc.instant(row, 15),
                row.getString(16),
                new Money(row.getBigDecimal(17)));
    }

    private static String joined(String between, @Nullable String one, @Nullable String other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }

    /** Empty when there is no such thing that waits to be settled, or ever was. */
    public Optional<Subject> subject(Connection connection, LostThing.Kind kind, long id) throws SQLException {
        var sql =
                switch (kind) {
                    case LOST ->
                        "select l.item_id, l.patron_id, s.code from loan l join site s on s.id = l.site_id where l.id = ?";
                    case CLAIMED, NEVER_HAD ->
                        "select l.item_id, c.patron_id, s.code from loan_claim c join loan l on l.id = c.loan_id "
                                + "join site s on s.id = l.site_id where c.id = ?";
                    case DAMAGED, LOOK_AT ->
                        "select d.item_id, d.patron_id, s.code from damage_report d join item i on i.id = d.item_id "
                                + "join site s on s.id = i.site_id where d.id = ?";
                };
        return Sql.first(
                connection, sql, row -> new Subject(row.getLong(1), Utc.someNumber(row, 2), row.getString(3)), id);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
