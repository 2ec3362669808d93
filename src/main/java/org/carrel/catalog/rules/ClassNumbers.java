package org.carrel.catalog.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** The classes a record was given: Dewey (082, 092), Library of Congress (050, 090) and the like (055). */
final class ClassNumbers {
    private static final Pattern SECTION = Pattern.compile("FIC|F|E|B|JUV|BIO|SC|GN", Pattern.CASE_INSENSITIVE);

    private ClassNumbers() {}

    static List<String> of(MarcRecord record) {
        return record.data("082", "092", "050", "090", "055")
                .flatMap(ClassNumbers::numbers)
                .filter(Isbd::hasWords)
                .distinct()
                .toList();
    }

    /** Without the slash or prime that marks where a Dewey number may be cut, and without the brackets of "[Fic]". */
    static String clean(String number) {
        var bare = FieldText.clean(FieldText.without(number, "[]/'′’|\\"));
        return SECTION.matcher(bare).matches() ? bare.toUpperCase(Locale.ROOT) : Isbd.trim(bare);
    }

    private static Stream<String> numbers(DataField field) {
        if (field.tag().equals("082")) return FieldText.wanted(field, "a").map(ClassNumbers::clean);
        var classes = FieldText.wanted(field, "a").map(ClassNumbers::clean).toList();
        if (classes.isEmpty()) return Stream.empty();
        var item = FieldText.join(field, "b");
        var first = FieldText.clean(classes.getFirst() + " " + item);
        return Stream.concat(Stream.of(first), classes.stream().skip(1));
    }
}
