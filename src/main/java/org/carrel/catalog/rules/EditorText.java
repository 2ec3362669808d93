package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.EditorProblem;
import org.carrel.catalog.EditorProblem.Kind;
import org.carrel.catalog.EditorRead;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/**
 * Fields as text that people type: {@code $aThe giver /$cLois Lowry.} A dollar sign in the text itself is written {@code {dollar}}, and
 * what a form would change on its way (line ends, other control characters) {@code {U+000A}}. Nothing is lost on the way there and back.
 */
public final class EditorText {
    private static final String BLANK = "#";
    private static final String DOLLAR = "{dollar}";
    private static final Pattern ESCAPE = Pattern.compile("\\{(?:dollar|U\\+([0-9A-F]{4}))}");

    private EditorText() {}

    /** One row for each field, in the order of the record. */
    public static List<EditorRow> rows(MarcRecord record) {
        return record.fields().stream().map(EditorText::row).toList();
    }

    public static EditorRow row(MarcField field) {
        return switch (field) {
            case ControlField control -> new EditorRow(true, control.tag(), "", "", written(control.data()));
            case DataField data -> {
                var text = new StringBuilder();
                for (var subfield : data.subfields())
                    text.append('$')
                            .append(written(String.valueOf(subfield.code())))
                            .append(written(subfield.data()));
                yield new EditorRow(false, data.tag(), indicator(data.ind1()), indicator(data.ind2()), text.toString());
            }
        };
    }

    private static String indicator(char value) {
        return value == ' ' ? BLANK : value == '#' ? hex('#') : written(String.valueOf(value));
    }

    private static String written(String text) {
        var escaped = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var each = text.charAt(at);
            if (each == '$') escaped.append(DOLLAR);
            else if (Character.isISOControl(each)
                    || each == '{' && ESCAPE.matcher(text.substring(at)).lookingAt()) escaped.append(hex(each));
            else escaped.append(each);
        }
        return escaped.toString();
    }

    private static String hex(char each) {
        return "{U+%04X}".formatted((int) each);
    }

    private static String read(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> {
            var code = found.group(1);
            var meant = code == null ? "$" : String.valueOf((char) Integer.parseInt(code, 16));
            return java.util.regex.Matcher.quoteReplacement(meant);
        });
    }

    /** Rows into which nothing was typed are left out. */
    public static EditorRead read(String leader, List<EditorRow> rows) {
        var wrong = new ArrayList<EditorProblem>();
        var fields = new ArrayList<MarcField>();
        if (leader.length() != MarcRecord.LEADER_LENGTH) wrong.add(new EditorProblem(-1, Kind.LEADER));
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            if (row.isEmpty()) continue;
            var problem = problem(row);
            if (problem.isPresent()) wrong.add(new EditorProblem(at, problem.get()));
            else fields.add(field(row));
        }
        return new EditorRead(wrong.isEmpty() ? Optional.of(new MarcRecord(leader, fields)) : Optional.empty(), wrong);
    }

    private static Optional<Kind> problem(EditorRow row) {
        if (!row.tag().matches("[0-9A-Za-z]{3}")) return Optional.of(Kind.TAG);
        if (row.control()) return Optional.empty();
        if (read(row.ind1()).length() > 1 || read(row.ind2()).length() > 1) return Optional.of(Kind.INDICATOR);
        if (row.text().isEmpty()) return Optional.empty();
        if (!row.text().startsWith("$")) return Optional.of(Kind.NO_SUBFIELD);
        for (var part : row.text().substring(1).split("\\$", -1))
            if (read(part).isEmpty()) return Optional.of(Kind.NO_CODE);
        return Optional.empty();
    }

    private static MarcField field(EditorRow row) {
        if (row.control()) return new ControlField(row.tag(), read(row.text()));
        var subfields = new ArrayList<Subfield>();
        if (!row.text().isEmpty())
            for (var part : row.text().substring(1).split("\\$", -1)) {
                var text = read(part);
                subfields.add(new Subfield(text.charAt(0), text.substring(1)));
            }
        return new DataField(row.tag(), indicator(row.ind1()), indicator(row.ind2()), subfields);
    }

    private static char indicator(String typed) {
        if (typed.isBlank() || typed.equals(BLANK)) return ' ';
        return read(typed).charAt(0);
    }
}
