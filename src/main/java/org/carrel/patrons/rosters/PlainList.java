package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rosters.Table.Row;
import org.carrel.patrons.rules.RosterCells;
import org.carrel.patrons.rules.RosterColumns;
import org.carrel.patrons.rules.RosterRoles;

/** Reads a plain list of people by its mapping. The person's number is the key, since there is no other. */
final class PlainList implements Roster {
    private final Table table;
    private final RosterMapping mapping;
    private final List<RosterFinding> findings;
    private int refusedRows;

    private PlainList(Table table, RosterMapping mapping) {
        this.table = table;
        this.mapping = mapping;
        findings = new ArrayList<>(check(table, mapping));
    }

    /** Looked through to its end. Throws {@link RosterUnreadable} when a mapped column is not there. */
    static Roster read(Table table, RosterMapping mapping) {
        var list = new PlainList(table, mapping);
        list.lookThrough();
        return list;
    }

    /** Not looked through. */
    static Roster reread(Table table, RosterMapping mapping) {
        return new PlainList(table, mapping);
    }

    /** What there is to say about the columns. Throws {@link RosterUnreadable} when a mapped one is not there. */
    static List<RosterFinding> check(Table table, RosterMapping mapping) {
        if (!mapping.isComplete()) throw new RosterUnreadable(Kind.MAPPING_MISSING, table.name(), "");
        table.require(List.copyOf(mapping.columns().values()));
        if (!mapping.card().isEmpty()) table.require(List.of(mapping.card()));
        var findings = new ArrayList<>(table.findings());
        for (var column : table.header()) {
            if (column.isEmpty() || mapping.columns().containsValue(column) || column.equals(mapping.card())) continue;
            var kind = RosterColumns.isSensitive(column) ? Kind.COLUMN_SENSITIVE : Kind.COLUMN_UNKNOWN;
            findings.add(new RosterFinding(kind, table.name(), column));
        }
        return findings;
    }

    private void lookThrough() {
        var rows = new int[1];
        users(user -> {
            rows[0]++;
            if (user.isRefused()) refusedRows++;
        });
        if (rows[0] == 0) throw new RosterUnreadable(Kind.NO_ROWS, table.name(), "");
        if (refusedRows > 0) findings.add(new RosterFinding(Kind.ROWS_REFUSED, "", String.valueOf(refusedRows)));
    }

    @Override
    public Part ofUsers() {
        return Part.COMPLETE;
    }

    @Override
    public Part ofClasses() {
        return Part.ABSENT;
    }

    @Override
    public Part ofTerms() {
        return Part.ABSENT;
    }

    @Override
    public Part ofEnrolments() {
        return Part.ABSENT;
    }

    @Override
    public Set<PatronField> delivered() {
        var delivered = EnumSet.of(PatronField.CATEGORY, PatronField.STATUS);
        delivered.addAll(mapping.columns().keySet());
        if (!mapping.site().isEmpty()) delivered.add(PatronField.SITE);
        return delivered;
    }

    @Override
    public List<School> schools() {
        return List.of();
    }

    @Override
    public List<Term> terms() {
        return List.of();
    }

    @Override
    public void classes(Consumer<SchoolClass> each) {
        // A list has none.
    }

    @Override
    public void enrolments(Consumer<Enrolment> each) {
        // A list has none.
    }

    @Override
    public void users(Consumer<User> each) {
        var before = new TextSet();
        table.rows(row -> each.accept(user(row, before)));
    }

    @Override
    public int refusedRows() {
        return refusedRows;
    }

    @Override
    public List<RosterFinding> findings() {
        return findings;
    }

    private User user(Row row, TextSet before) {
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
