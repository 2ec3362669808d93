package org.carrel.desk.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;

/** People and what is known of them, in the words of the staff pages. */
final class PersonWords {
    private final StaffWords words;
    private final Map<String, String> sites;

    /** @param sites names by code */
    PersonWords(StaffWords words, Map<String, String> sites) {
        this.words = words;
        this.sites = sites;
    }

    String label(PatronField field) {
        return words.text("patronField." + field);
    }

    /** What stands in a field. */
    String value(PatronField field, String text) {
        if (text.isEmpty()) return "";
        return switch (field) {
            case CATEGORY -> words.text("patronCategory." + text);
            case STATUS -> words.text("patronStatus." + text);
            case SITE -> site(text);
            default -> text;
        };
    }

    /** What tells one person from another of the same name: {@code Student · Grade 5 · Room 12}. */
    String about(Patron patron) {
        var facts = patron.facts();
        return Stream.of(PatronField.CATEGORY, PatronField.GRADE, PatronField.HOMEROOM)
                .map(field -> value(field, facts.get(field)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    String site(String code) {
        return Objects.requireNonNullElse(sites.get(code), code);
    }

    /** Whether the person is here, and since when not. */
    String state(Patron patron) {
        var status = patron.facts().status();
        if (status == PatronStatus.ACTIVE && patron.missingSince().isPresent())
            return words.text("person.missingSince", day(patron.missingSince().get()));
        var word = words.text("patronStatus." + status);
        return patron.leftOn()
                .filter(day -> status != PatronStatus.ACTIVE)
                .map(day -> words.text("person.since", word, day(day)))
                .orElse(word);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.language().locale())
                .format(day);
    }
}
