package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.FieldDefinition;
import org.carrel.catalog.IndicatorDefinition;
import org.carrel.catalog.SubfieldDefinition;
import org.carrel.catalog.Wording;

/** Reads {@code marc21.txt}; its first lines say how it is written. */
final class FormatTable {
    /** MARC 21 Appendix A and control subfields: linkage, link and sequence, provenance. */
    private static final List<String> EVERYWHERE =
            List.of("6 Linkage", "8* Field link and sequence number", "7* Data provenance");

    private static final String SEPARATOR = "; ";

    final Map<String, FieldDefinition> fields = new TreeMap<>();
    final Set<String> obsolete = new HashSet<>();
    private final Map<String, List<String>> sets = new HashMap<>();
    private Draft draft = new Draft("");

    FormatTable(List<String> lines) {
        for (var line : lines) read(line);
        finish();
    }

    private void read(String line) {
        switch (line.charAt(0)) {
            case '&' -> sets.put(line.substring(1, line.indexOf(' ')), items(line.substring(line.indexOf(' ') + 1)));
            case '=' -> {
                finish();
                draft = new Draft(line);
            }
            case '1' -> draft.ind1 = line.substring(2);
            case '2' -> draft.ind2 = line.substring(2);
            case '$' -> draft.subfields = subfields(line.substring(2));
            case '?' -> {
                if (line.startsWith("?en ")) draft.english = line.substring(4);
                else draft.spanish = line.substring(4);
            }
            case '!' -> draft.example = line.substring(1);
            case '~' -> obsolete(line);
            default -> throw new IllegalStateException("Not a line of the table: " + line);
        }
    }

    private void obsolete(String line) {
        switch (line.charAt(1)) {
            case '$' -> draft.obsoleteCodes = line.substring(3);
            case '1' -> draft.old1 = line.substring(3).replace('#', ' ');
            case '2' -> draft.old2 = line.substring(3).replace('#', ' ');
            default -> {
                for (var tag : line.split(" ", -1)) obsolete.add(tag.substring(1));
            }
        }
    }

    private List<String> items(String text) {
        var items = new ArrayList<String>();
        for (var item : text.split(SEPARATOR, -1)) {
            if (item.startsWith("+")) items.addAll(sets.getOrDefault(item.substring(1), List.of()));
            else items.add(item);
        }
        return items;
    }

    private List<SubfieldDefinition> subfields(String text) {
        draft.open = text.startsWith("any");
        var written = draft.open ? text.substring(3).strip() : text;
        var items = written.isEmpty() ? new ArrayList<String>() : items(written);
        var taken = new HashSet<Character>();
        items.forEach(item -> taken.add(item.charAt(0)));
        if (!draft.open)
            EVERYWHERE.stream().filter(item -> !taken.contains(item.charAt(0))).forEach(items::add);
        return items.stream().map(FormatTable::subfield).toList();
    }

    private static SubfieldDefinition subfield(String item) {
        var name = item.substring(item.indexOf(' ') + 1);
        return new SubfieldDefinition(item.charAt(0), Phrases.of(name), item.charAt(1) == '*');
    }

    private void finish() {
        if (draft.tag.isEmpty()) return;
        if (fields.put(draft.tag, draft.definition()) != null) throw new IllegalStateException("Twice: " + draft.tag);
    }

    /** A field while its lines are read. */
    private static final class Draft {
        final String tag;
        final String name;
        final boolean repeatable;
        String ind1 = "";
        String ind2 = "";
        String old1 = "";
        String old2 = "";
        String obsoleteCodes = "";
        String english = "";
        String spanish = "";
        String example = "";
        boolean open;
        List<SubfieldDefinition> subfields = List.of();

        Draft(String line) {
            var known = !line.isEmpty();
            this.tag = known ? line.substring(1, 4) : "";
            this.repeatable = known && line.charAt(5) == 'R';
            this.name = known ? line.substring(7) : "";
        }

        FieldDefinition definition() {
            return new FieldDefinition(
                    tag,
                    Phrases.of(name),
                    repeatable,
                    indicator(ind1, old1),
                    indicator(ind2, old2),
                    subfields,
                    obsoleteCodes,
                    open,
                    new Wording(english, spanish),
                    example);
        }

        private IndicatorDefinition indicator(String text, String old) {
            if (text.isEmpty()) return new IndicatorDefinition(Wording.NONE, List.of(), " " + old);
            var parts = text.split(SEPARATOR, -1);
            var values = new ArrayList<CodeMeaning>();
            for (var i = 1; i < parts.length; i++) values.addAll(values(parts[i]));
            var accepted = new StringBuilder(old);
            values.forEach(value -> accepted.append(value.code()));
            return new IndicatorDefinition(Phrases.of(parts[0]), values, accepted.toString());
        }

        /** {@code 0-9} is the ten digits, each with the same meaning. */
        private static List<CodeMeaning> values(String item) {
            var at = item.indexOf(' ');
            var code = item.substring(0, at).replace('#', ' ');
            var meaning = Phrases.of(item.substring(at + 1));
            if (code.length() == 1) return List.of(new CodeMeaning(code, meaning));
            var values = new ArrayList<CodeMeaning>();
            for (var c = code.charAt(0); c <= code.charAt(2); c++) {
                values.add(new CodeMeaning(String.valueOf(c), meaning));
            }
            return values;
        }
    }
}
