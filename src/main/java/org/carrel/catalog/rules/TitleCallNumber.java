package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** The call number a copy gets from its record when it has none of its own. */
public final class TitleCallNumber {
    private static final int CUTTER_LENGTH = 3;

    private TitleCallNumber() {}

    /** Local Dewey (092) first, then 082, 090 and 050; {@link CallNumber#NONE} when the record has no class. */
    public static CallNumber of(MarcRecord record) {
        return Stream.of("092", "082", "090", "050")
                .map(tag -> fromFields(record, tag))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(CallNumber.NONE);
    }

    /** A school shelves stories under [Fic] or [E], which the Library of Congress gives beside the Dewey number. */
    private static Optional<CallNumber> fromFields(MarcRecord record, String tag) {
        var fields = record.data(tag).toList();
        var section = fields.stream()
                .filter(field -> tag.equals("082"))
                .flatMap(field -> FieldText.wanted(field, "a"))
                .flatMap(text -> Section.of(text).stream())
                .findFirst();
        if (section.isPresent()) return Optional.of(fromSection(record, section.get()));
        return fields.stream()
                .map(field -> fromField(record, field))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static CallNumber fromSection(MarcRecord record, Section section) {
        var call = new CallNumber("", section.code(), "", "");
        return new CallNumber("", call.classNumber(), cutter(record, call), "");
    }

    private static Optional<CallNumber> fromField(MarcRecord record, DataField field) {
        var number = FieldText.wanted(field, "a")
                .map(ClassNumbers::clean)
                .filter(Isbd::hasWords)
                .findFirst();
        var item = field.tag().equals("082") ? "" : FieldText.join(field, "b");
        return number.map(text -> {
            if (!item.isEmpty()) return new CallNumber("", text, item, "");
            var split = CallNumberText.split(text);
            var isLc = field.tag().endsWith("50") || field.tag().equals("090");
            if (isLc || !split.cutter().isEmpty()) return split;
            return new CallNumber(split.prefix(), split.classNumber(), cutter(record, split), split.suffix());
        });
    }

    /** Three capitals: of the person a biography is about, else of the main entry, else of the title. */
    private static String cutter(MarcRecord record, CallNumber call) {
        var isLife =
                Section.of(call.classNumber()).filter(Section.BIOGRAPHY::equals).isPresent();
        var subject = isLife ? record.data("600").map(NameMapping::text).findFirst() : Optional.<String>empty();
        var name = subject.or(() -> Optional.of(NameMapping.of(record).main()).filter(Isbd::hasWords));
        return capitals(name.orElseGet(() -> filingTitle(record)));
    }

    private static String filingTitle(MarcRecord record) {
        var languages = LanguageMapping.of(record);
        return TitleMapping.of(record, languages.isEmpty() ? "" : languages.getFirst())
                .sort();
    }

    private static String capitals(String name) {
        var letters = TextFolding.fold(name).replace(" ", "").toUpperCase(Locale.ROOT);
        return letters.substring(
                0, letters.offsetByCodePoints(0, Math.min(CUTTER_LENGTH, letters.codePointCount(0, letters.length()))));
    }
}
