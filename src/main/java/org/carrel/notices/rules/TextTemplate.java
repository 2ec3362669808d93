package org.carrel.notices.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.carrel.notices.NoticeField;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeText;
import org.carrel.notices.TextProblem;
import org.carrel.notices.TextProblem.Kind;
import org.carrel.notices.TextProblem.Place;

/**
 * Texts with placeholders in braces. Two braces are one that is meant as such. What is filled in is never looked at again, so
 * that a name or a title can bring no placeholder of its own.
 */
public final class TextTemplate {
    private TextTemplate() {}

    /** A piece of a text: words as they are, or what a pair of braces holds. */
    private record Piece(String text, boolean braced, boolean whole, int at) {}

    /** All that is wrong, in the order of the text. */
    public static List<TextProblem> check(NoticeKind kind, String subject, String body) {
        var problems = new ArrayList<TextProblem>();
        length(subject, Place.SUBJECT, NoticeText.MAX_SUBJECT, problems);
        oneLine(subject, problems);
        placeholders(kind, subject, Place.SUBJECT, problems);
        length(body, Place.BODY, NoticeText.MAX_BODY, problems);
        placeholders(kind, body, Place.BODY, problems);
        var needed = NoticeField.neededIn(kind);
        var there = pieces(body).stream()
                .anyMatch(piece -> piece.braced() && piece.text().equals(needed.word()));
        if (!body.isBlank() && !there) {
            problems.add(new TextProblem(Place.BODY, Kind.MISSING, 0, 0, "{" + needed.word() + "}"));
        }
        return List.copyOf(problems);
    }

    /** The text with everything filled in; a value that is not given is empty. */
    public static String fill(String text, Map<NoticeField, String> values) {
        var known = new EnumMap<NoticeField, String>(NoticeField.class);
        known.putAll(values);
        var filled = new StringBuilder();
        for (var piece : pieces(text)) {
            if (!piece.braced()) filled.append(piece.text());
            else
                NoticeField.of(piece.text())
                        .ifPresent(field -> filled.append(Objects.requireNonNullElse(known.get(field), "")));
        }
        return filled.toString();
    }

    private static void length(String text, Place place, int most, List<TextProblem> problems) {
        if (text.isBlank()) problems.add(new TextProblem(place, Kind.EMPTY, 0, 0, ""));
        if (text.length() > most) problems.add(new TextProblem(place, Kind.TOO_LONG, 0, 0, String.valueOf(most)));
    }

    private static void oneLine(String subject, List<TextProblem> problems) {
        var broken = subject.chars().anyMatch(Character::isISOControl);
        if (broken) problems.add(new TextProblem(Place.SUBJECT, Kind.NOT_ONE_LINE, 0, 0, ""));
    }

    private static void placeholders(NoticeKind kind, String text, Place place, List<TextProblem> problems) {
        for (var piece : pieces(text)) {
            if (!piece.braced()) continue;
            var field = NoticeField.of(piece.text()).filter(NoticeField.of(kind)::contains);
            Consumer<Kind> wrong =
                    what -> problems.add(at(text, piece.at(), place, what, piece.whole() ? braced(piece) : "{"));
            if (!piece.whole()) wrong.accept(Kind.BRACE);
            else if (field.isEmpty()) wrong.accept(Kind.UNKNOWN);
            else if (place == Place.SUBJECT && !field.get().mayStandInSubject()) wrong.accept(Kind.NOT_IN_SUBJECT);
        }
    }

    private static String braced(Piece piece) {
        var text = piece.text();
        return "{" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "}";
    }

    private static TextProblem at(String text, int at, Place place, Kind kind, String detail) {
        var before = text.substring(0, at);
        var line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        var column = before.length() - before.lastIndexOf('\n');
        return new TextProblem(place, kind, line, column, detail);
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var words = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var doubled = i + 1 < text.length() && text.charAt(i + 1) == letter;
            if (letter != '{' && letter != '}' || doubled) {
                words.append(letter);
                if (letter == '{' || letter == '}') i++;
                continue;
            }
            if (!words.isEmpty()) pieces.add(new Piece(words.toString(), false, true, i - words.length()));
            words.setLength(0);
            var end = letter == '{' ? end(text, i + 1) : -1;
            if (end < 0) pieces.add(new Piece("", true, false, i));
            else pieces.add(new Piece(text.substring(i + 1, end), true, true, i));
            i = Math.max(i, end);
        }
        if (!words.isEmpty()) pieces.add(new Piece(words.toString(), false, true, text.length() - words.length()));
        return pieces;
    }

    /** Of a placeholder that began before; -1 when another one begins, or the line ends, first. */
    private static int end(String text, int from) {
        for (var i = from; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '}') return i;
            if (letter == '{' || letter == '\n') return -1;
        }
        return -1;
    }
}
