package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rosters.Table.Row;
import org.carrel.patrons.rules.RosterCells;
import org.carrel.patrons.rules.RosterColumns;
import org.carrel.patrons.rules.RosterRoles;

/** Reads a plain list of people by its mapping. The person's number is the key, since there is no other. */
final class PlainList {
    private final Table table;
    private final RosterMapping mapping;

    private PlainList(Table table, RosterMapping mapping) {
        this.table = table;
        this.mapping = mapping;
    }

    /** Throws {@link RosterUnreadable} when a mapped column is not there. */
    static Roster read(Table table, RosterMapping mapping) {
        return new PlainList(table, mapping).read();
    }

    private Roster read() {
        if (!mapping.isComplete()) throw new RosterUnreadable(Kind.MAPPING_MISSING, table.name(), "");
        table.require(List.copyOf(mapping.columns().values()));
        if (!mapping.card().isEmpty()) table.require(List.of(mapping.card()));
        var users = new ArrayList<User>();
        var before = new HashSet<String>();
        table.rows(row -> users.add(user(row, before)));
        if (users.isEmpty()) throw new RosterUnreadable(Kind.NO_ROWS, table.name(), "");
        var refused = (int) users.stream().filter(User::isRefused).count();
        return new Roster(
                Part.COMPLETE,
                Part.ABSENT,
                Part.ABSENT,
                Part.ABSENT,
                delivered(),
                List.of(),
                List.of(),
                List.of(),
                users,
                List.of(),
                refused,
                findings(refused));
    }

    private Set<PatronField> delivered() {
        var delivered = EnumSet.of(PatronField.CATEGORY, PatronField.STATUS);
        delivered.addAll(mapping.columns().keySet());
        if (!mapping.site().isEmpty()) delivered.add(PatronField.SITE);
        return delivered;
    }

    private List<RosterFinding> findings(int refused) {
        var findings = new ArrayList<>(table.findings());
        for (var column : table.header()) {
            if (column.isEmpty() || mapping.columns().containsValue(column) || column.equals(mapping.card())) continue;
            var kind = RosterColumns.isSensitive(column) ? Kind.COLUMN_SENSITIVE : Kind.COLUMN_UNKNOWN;
            findings.add(new RosterFinding(kind, table.name(), column));
        }
        if (refused > 0) findings.add(new RosterFinding(Kind.ROWS_REFUSED, "", String.valueOf(refused)));
        return findings;
    }

    private User user(Row row, Set<String> before) {
        var fields = new UserRow();
        fields.put(PatronField.CATEGORY, mapping.category().name());
        fields.put(PatronField.STATUS, PatronStatus.ACTIVE.name());
        fields.put(PatronField.SITE, mapping.site());
        mapping.columns().forEach((field, column) -> put(fields, field, RosterCells.plain(row.get(column))));
        var id = fields.facts().get(PatronField.IDENTIFIER);
        fields.check(id, before);
        return new User(
                row.number(),
                id,
                fields.facts(),
                List.of(),
                List.of(),
                "",
                mapping.card().isEmpty() ? "" : RosterCells.plain(row.get(mapping.card())),
                false,
                false,
                List.copyOf(fields.remarks()));
    }

    private void put(UserRow fields, PatronField field, String text) {
        switch (field) {
            case GRADE -> fields.grades(text);
            case CATEGORY -> fields.put(field, category(text).name());
            case STATUS -> fields.put(field, status(text).name());
            default -> fields.put(field, text);
        }
    }

    private PatronCategory category(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(PatronCategory.values())
                .filter(category -> category.name().equals(upper))
                .findFirst()
                .or(() -> RosterRoles.category(text))
                .orElse(mapping.category());
    }

    private static PatronStatus status(String text) {
        var left = Set.of("inactive", "left", "withdrawn", "no", "false", "0", "inactivo", "baja");
        if (text.equalsIgnoreCase(PatronStatus.GRADUATED.name())) return PatronStatus.GRADUATED;
        return left.contains(text.toLowerCase(Locale.ROOT)) ? PatronStatus.INACTIVE : PatronStatus.ACTIVE;
    }
}
