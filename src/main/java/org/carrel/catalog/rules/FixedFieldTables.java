package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.FixedPosition;
import org.carrel.catalog.MarcRecord;

/** Which table reads which fixed field: leader, 006, 007 and 008 of MARC 21. */
public final class FixedFieldTables {
    private static final String MATERIALS = "acdefgijkmoprst";
    /** 008/18-34 stand in 006/01-17. */
    private static final int SHIFT = 17;

    private static final List<FixedFieldTable> TABLES = load();

    private FixedFieldTables() {}

    /** Every table, leader first. */
    public static List<FixedFieldTable> all() {
        return TABLES;
    }

    public static FixedFieldTable leader() {
        return table("leader", "all").orElseThrow();
    }

    /** The table of the record's 008, by leader/06-07; that of books when the leader does not say. */
    public static FixedFieldTable of(MarcRecord record) {
        return table("008", key(record.leaderAt(6), record.leaderAt(7))).orElseThrow();
    }

    /** By 006/00; empty when that is no form of material. */
    public static Optional<FixedFieldTable> of006(String data) {
        var form = data.isEmpty() ? ' ' : data.charAt(0);
        return MATERIALS.indexOf(form) < 0 ? Optional.empty() : table("006", form == 's' ? "serials" : key(form, 'm'));
    }

    /** By 007/00; empty when that is no category of material. */
    public static Optional<FixedFieldTable> of007(String data) {
        return data.isEmpty() ? Optional.empty() : table("007", data.substring(0, 1));
    }

    private static String key(char type, char level) {
        return switch (type) {
            case 'a', 't' -> "bis".indexOf(level) >= 0 ? "serials" : "books";
            case 'c', 'd', 'i', 'j' -> "music";
            case 'e', 'f' -> "maps";
            case 'g', 'k', 'o', 'r' -> "visual";
            case 'm' -> "computer";
            case 'p', 'b' -> "mixed";
            default -> "books";
        };
    }

    private static Optional<FixedFieldTable> table(String field, String key) {
        for (var table : TABLES) {
            if (table.field().equals(field) && table.key().equals(key)) return Optional.of(table);
        }
        return Optional.empty();
    }

    private static List<FixedFieldTable> load() {
        var read = new ArrayList<FixedFieldTable>();
        for (var line : Phrases.lines("fixed-fields.txt")) {
            if (line.startsWith("=")) read.add(heading(line.split(" ", 4)));
            else read.add(with(read.removeLast(), position(line)));
        }
        var common = read.stream()
                .filter(table -> table.field().equals("008") && table.key().equals("all"))
                .findFirst();
        var tables = new ArrayList<FixedFieldTable>();
        for (var table : read) {
            if (common.filter(table::equals).isPresent()) continue;
            var own = table.field().equals("008");
            tables.add(own ? merged(common.orElseThrow(), table) : table);
            if (own) tables.add(additional(table));
        }
        return List.copyOf(tables);
    }

    private static FixedFieldTable heading(String[] parts) {
        return new FixedFieldTable(
                parts[0].substring(1), parts[1], Phrases.of(parts[3]), Integer.parseInt(parts[2]), List.of());
    }

    private static FixedFieldTable with(FixedFieldTable table, FixedPosition position) {
        var positions = new ArrayList<>(table.positions());
        positions.add(position);
        return new FixedFieldTable(table.field(), table.key(), table.name(), table.length(), positions);
    }

    /** The first positions of every 008, then its own, then the last ones. */
    private static FixedFieldTable merged(FixedFieldTable common, FixedFieldTable own) {
        var positions = new ArrayList<>(common.positions());
        positions.addAll(own.positions());
        positions.sort((a, b) -> a.start() - b.start());
        return new FixedFieldTable(own.field(), own.key(), own.name(), own.length(), positions);
    }

    /** The 006 that says of a second aspect what the 008 says of the first. */
    private static FixedFieldTable additional(FixedFieldTable own) {
        var positions = new ArrayList<FixedPosition>();
        positions.add(position("00 Form of material; " + forms(own.key())));
        for (var position : own.positions()) {
            positions.add(new FixedPosition(
                    position.start() - SHIFT,
                    position.end() - SHIFT,
                    position.name(),
                    position.codes(),
                    position.each(),
                    position.obsolete()));
        }
        return new FixedFieldTable("006", own.key(), own.name(), 18, positions);
    }

    private static String forms(String key) {
        return switch (key) {
            case "books" -> "a Language material; t Manuscript language material";
            case "music" ->
                "c Notated music; d Manuscript notated music; i Nonmusical sound recording; j Musical sound recording";
            case "maps" -> "e Cartographic material; f Manuscript cartographic material";
            case "visual" ->
                "g Projected medium; k Two-dimensional nonprojectable graphic; o Kit; r Three-dimensional object";
            case "computer" -> "m Computer file";
            case "mixed" -> "p Mixed materials";
            default -> "s Serial";
        };
    }

    private static FixedPosition position(String line) {
        var parts = line.split("; ", -1);
        var place = parts[0].substring(0, parts[0].indexOf(' '));
        var each = place.endsWith("*");
        var ends = (each ? place.substring(0, place.length() - 1) : place).split("-", -1);
        var codes = new ArrayList<CodeMeaning>();
        var obsolete = "";
        for (var i = 1; i < parts.length; i++) {
            switch (parts[i].charAt(0)) {
                case '@' -> {
                    var languages = parts[i].equals("@languages");
                    codes.addAll(languages ? MarcTables.languages() : MarcTables.countries());
                    obsolete = languages ? MarcTables.oldLanguages() : MarcTables.oldCountries();
                }
                case '~' -> obsolete = parts[i].substring(1).replace('#', ' ');
                default -> codes.add(code(parts[i]));
            }
        }
        var start = Integer.parseInt(ends[0]);
        var end = Integer.parseInt(ends[ends.length - 1]) + 1;
        return new FixedPosition(start, end, Phrases.of(parts[0].substring(place.length() + 1)), codes, each, obsolete);
    }

    private static CodeMeaning code(String item) {
        var at = item.indexOf(' ');
        return new CodeMeaning(item.substring(0, at).replace('#', ' '), Phrases.of(item.substring(at + 1)));
    }
}
