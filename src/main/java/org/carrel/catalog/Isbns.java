package org.carrel.catalog;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.rules.Isbn;

/** The number on the back of a book, as scanners and records have it. */
public final class Isbns {
    private Isbns() {}

    /** Thirteen digits; empty when the text is no ISBN, or its check digit is wrong. */
    public static Optional<String> thirteen(String text) {
        return Isbn.parse(text).map(Isbn::digits);
    }

    /** All forms under which a catalog may have it, the new one first. @param thirteen as {@link #thirteen} gives it */
    public static List<String> forms(String thirteen) {
        return new Isbn(thirteen).ten().map(ten -> List.of(thirteen, ten)).orElse(List.of(thirteen));
    }

    /** The numbers that a record is about, each once; those it calls wrong or another's are left out. */
    public static List<String> of(MarcRecord record) {
        return record.data("020")
                .flatMap(field -> field.all('a'))
                .flatMap(text -> thirteen(text).stream())
                .distinct()
                .toList();
    }
}
