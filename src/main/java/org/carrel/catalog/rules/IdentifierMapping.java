package org.carrel.catalog.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Identifiers;
import org.carrel.catalog.MarcRecord;

/** 001, 003, 010, 020, 022 and 035. */
final class IdentifierMapping {
    private IdentifierMapping() {}

    static Identifiers of(MarcRecord record) {
        var source = record.control("003").map(String::strip).orElse("");
        var controlNumber = record.control("001").map(String::strip).orElse("");
        return new Identifiers(
                source,
                controlNumber,
                values(record, "010", "a")
                        .map(Numbers::lccn)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(""),
                values(record, "020", "a")
                        .map(Isbn::parse)
                        .flatMap(Optional::stream)
                        .map(Isbn::digits)
                        .distinct()
                        .toList(),
                otherIsbns(record),
                oclc(record, source, controlNumber),
                values(record, "022", "a")
                        .map(Numbers::issn)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(""));
    }

    private static List<String> otherIsbns(MarcRecord record) {
        var cancelled = values(record, "020", "z");
        var invalid = values(record, "020", "a").filter(text -> Isbn.parse(text).isEmpty());
        return Stream.concat(invalid, cancelled)
                .map(Isbn::searchable)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    private static String oclc(MarcRecord record, String source, String controlNumber) {
        var stated = values(record, "035", "a")
                .map(Numbers::oclc)
                .flatMap(Optional::stream)
                .findFirst();
        if (stated.isPresent()) return stated.get();
        var own = source.equalsIgnoreCase("OCoLC")
                ? Numbers.oclcControlNumber(controlNumber)
                : Numbers.oclc(controlNumber);
        return own.orElse("");
    }

    private static Stream<String> values(MarcRecord record, String tag, String codes) {
        return record.data(tag).flatMap(field -> FieldText.wanted(field, codes));
    }
}
