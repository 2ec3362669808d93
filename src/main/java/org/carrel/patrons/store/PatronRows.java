package org.carrel.patrons.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.patrons.Borrower;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.jspecify.annotations.Nullable;

/** The columns of a patron, in one order for all statements. */
final class PatronRows {
    /** Of patron p, site s and roster_source r; {@link #patron} reads them. */
    static final String SELECT = """
            select p.id, p.identifier, p.username, p.email, p.given_name, p.middle_name, p.family_name, p.preferred_name,
                p.category, p.grade, p.homeroom, s.code, p.guardian_name, p.guardian_email, p.guardian_phone, p.status,
                r.name, p.left_on, p.missing_since, p.expires_on, p.note, p.local_fields, p.merged_into, p.version,
                p.created_at, p.changed_at
            from patron p left join site s on s.id = p.site_id left join roster_source r on r.id = p.source_id
            """;

    /** The same of patron p alone: with "for update" no site and no source is locked with the person. */
    static final String SELECT_ALONE = SELECT.replace("s.code", "(select s.code from site s where s.id = p.site_id)")
            .replace("r.name", "(select r.name from roster_source r where r.id = p.source_id)")
            .replaceAll(" left join .*", "");

    /** The columns of the fields in the order of {@link PatronField}; {@link #bind} sets them. */
    static final String COLUMNS = "identifier, username, email, given_name, middle_name, family_name, preferred_name, "
            + "category, grade, homeroom, site_id, guardian_name, guardian_email, guardian_phone, status";

    static final String SET_COLUMNS = COLUMNS.replace(",", " = ?,") + " = ?";

    private static final int AFTER_FIELDS = 2 + PatronField.values().length;

    private PatronRows() {}

    static Patron patron(ResultSet row) throws SQLException {
        var at = AFTER_FIELDS;
        return new Patron(
                row.getLong(1),
                facts(row),
                Optional.ofNullable(row.getString(at)),
                Times.day(row, at + 1),
                Times.day(row, at + 2),
                Times.day(row, at + 3),
                text(row, at + 4),
                PatronField.parse(text(row, at + 5)),
                Times.number(row, at + 6),
                row.getInt(at + 7),
                Times.instant(row, at + 8),
                Times.instant(row, at + 9));
    }

    /** With one column more, which says whether blocks are left. */
    static Borrower borrower(ResultSet row) throws SQLException {
        return new Borrower(patron(row), row.getBoolean(AFTER_FIELDS + 10));
    }

    private static PatronFacts facts(ResultSet row) throws SQLException {
        var fields = new EnumMap<PatronField, String>(PatronField.class);
        for (var field : PatronField.values()) {
            var text = row.getString(2 + field.ordinal());
            if (text == null) continue;
            fields.put(field, isWord(field) ? text.toUpperCase(Locale.ROOT) : text);
        }
        return new PatronFacts(fields);
    }

    /** Sets one parameter for each of {@link #COLUMNS} and returns the position after them. */
    static int bind(PreparedStatement statement, int first, PatronFacts facts, Map<String, Integer> sites)
            throws SQLException {
        var at = first;
        for (var field : PatronField.values()) {
            switch (field) {
                case SITE -> setSite(statement, at, sites.get(facts.get(field)));
                case CATEGORY -> statement.setString(at, Times.word(facts.category()));
                case STATUS -> statement.setString(at, Times.word(facts.status()));
                default -> statement.setString(at, facts.get(field));
            }
            at++;
        }
        return at;
    }

    private static void setSite(PreparedStatement statement, int at, @Nullable Integer site) throws SQLException {
        if (site == null) statement.setNull(at, Types.INTEGER);
        else statement.setInt(at, site);
    }

    private static boolean isWord(PatronField field) {
        return field == PatronField.CATEGORY || field == PatronField.STATUS;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
