package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rules.RosterColumns;
import org.jspecify.annotations.Nullable;

/** The tables of a OneRoster file as its manifest says; without a manifest, what there is counts as complete. */
final class RosterTables implements OneRoster.Tables {
    private static final Set<String> VERSIONS = Set.of("", "1.0", "1.1", "1.2");
    private static final String MANIFEST = "manifest";

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final List<RosterFinding> findings = new ArrayList<>();

    /** Throws {@link RosterUnreadable} when these files are no roster, or not the one that their manifest promises. */
    RosterTables(List<Member> members) {
        var byPart = new LinkedHashMap<String, Member>();
        members.forEach(member -> byPart.put(member.part(), member));
        if (!byPart.containsKey("users") && !byPart.containsKey("enrollments"))
            throw new RosterUnreadable(Kind.NOT_A_ROSTER, "", "");
        var manifest = manifest(byPart.remove(MANIFEST));
        for (var part : new TreeSet<>(RosterColumns.REQUIRED.keySet())) take(part, byPart.remove(part), manifest);
        byPart.values().forEach(member -> findings.add(new RosterFinding(Kind.MEMBER_IGNORED, member.name(), "")));
        if (find("users").filter(users -> !users.has("role")).isPresent() && part("roles") == Part.ABSENT)
            throw new RosterUnreadable(Kind.COLUMN_MISSING, "users.csv", "role");
    }

    private Map<String, String> manifest(@Nullable Member member) {
        var properties = new HashMap<String, String>();
        if (member == null) {
            findings.add(new RosterFinding(Kind.NO_MANIFEST, "", ""));
            return properties;
        }
        var table = new CsvTable(member);
        table.require(List.of("propertyName", "value"));
        table.rows(row -> properties.put(row.get("propertyName"), row.get("value")));
        var version = properties.getOrDefault("oneroster.version", "");
        if (!VERSIONS.contains(version)) throw new RosterUnreadable(Kind.VERSION_UNKNOWN, member.name(), version);
        return properties;
    }

    private void take(String part, @Nullable Member member, Map<String, String> manifest) {
        var promised = manifest.getOrDefault("file." + part, manifest.isEmpty() ? "bulk" : "absent");
        if (promised.equals("absent")) {
            if (member != null) findings.add(new RosterFinding(Kind.MEMBER_IGNORED, member.name(), ""));
            return;
        }
        if (member == null) {
            if (manifest.isEmpty()) return;
            throw new RosterUnreadable(Kind.MEMBER_MISSING, part + ".csv", "");
        }
        var table = new CsvTable(member);
        table.require(RosterColumns.REQUIRED.getOrDefault(part, List.of()));
        findings.addAll(table.findings());
        for (var column : table.header()) look(part, member.name(), column);
        tables.put(part, table);
        parts.put(part, promised.equals("delta") ? Part.CHANGES : Part.COMPLETE);
    }

    private void look(String part, String member, String column) {
        if (column.isEmpty() || RosterColumns.isWanted(part, column)) return;
        if (RosterColumns.isSensitive(column)) findings.add(new RosterFinding(Kind.COLUMN_SENSITIVE, member, column));
        else if (!RosterColumns.isUnused(column)) findings.add(new RosterFinding(Kind.COLUMN_UNKNOWN, member, column));
    }

    @Override
    public Optional<Table> find(String part) {
        return Optional.ofNullable(tables.get(part));
    }

    @Override
    public Part part(String name) {
        return parts.getOrDefault(name, Part.ABSENT);
    }

    @Override
    public List<RosterFinding> findings() {
        return findings;
    }

    /** The tables that are read, by part. */
    Map<String, Table> tables() {
        return tables;
    }
}
