package org.carrel.catalog;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something wrong or doubtful in a record that somebody is editing.
 *
 * @param detail what stands there, shortened for display; may be empty
 * @param expected what should stand there; may be empty
 */
public record RecordProblem(Kind kind, Place place, String detail, String expected) implements Serializable {
    /** An ERROR cannot be stored; a WARNING is for the eye of the cataloger. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** A kind of problem, an enum constant with a sentence in every language: {0} place, {1} detail, {2} expected. */
    public interface Kind extends Finding.Problem, Serializable {
        Severity severity();
    }

    /**
     * @param tag {@code leader}, or the tag of the field; the tag that is missing when none is there
     * @param occurrence which field with this tag, from 1; 0 when there is none
     * @param index which field of the record, from 0; -1 for the leader and for what is missing
     * @param part {@code $a}, {@code ind1}, {@code /35-37}; empty for the whole field
     */
    public record Place(String tag, int occurrence, int index, String part) implements Serializable {
        /** As people write it: {@code 245$a}, {@code 008/35-37}, {@code 650 (3) ind2}; first occurrences go without number. */
        public String text() {
            var field = occurrence > 1 ? tag + " (" + occurrence + ")" : tag;
            return part.startsWith("ind") ? field + " " + part : field + part;
        }
    }

    public Severity severity() {
        return kind.severity();
    }

    /** What is wrong, where, and what to do. */
    public String sentence(Locale locale) {
        var pattern = ResourceBundle.getBundle(kind.bundle(), locale).getString("problem." + kind.name());
        return new MessageFormat(pattern, locale).format(new Object[] {place.text(), detail, expected});
    }
}
