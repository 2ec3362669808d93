package org.carrel.catalog.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/**
 * Text in the original script: field 880, tied to its partner by $6 (MARC 21 Appendix A). The partner names 880 and an
 * occurrence number, the 880 names the partner's tag and the same number; 00 means that there is no partner.
 */
final class LinkedFields {
    private static final String ALTERNATE = "880";
    private static final Pattern LINK = Pattern.compile("\\s*([0-9A-Za-z]{3})-?([0-9]{2,3}).*", Pattern.DOTALL);

    private LinkedFields() {}

    /** The 880 fields that stand for one of these tags, linked or not, under that tag. */
    static Stream<DataField> of(MarcRecord record, String... tags) {
        var alternates = record.data(ALTERNATE).toList();
        if (alternates.isEmpty()) return Stream.empty();
        var wanted = List.of(tags);
        return alternates.stream().map(LinkedFields::asPartner).filter(field -> wanted.contains(field.tag()));
    }

    /** The fields with these tags, then the 880 fields that stand for them. */
    static Stream<DataField> withAlternates(MarcRecord record, String... tags) {
        var hasAlternates = record.data(ALTERNATE).findAny().isPresent();
        return hasAlternates ? Stream.concat(record.data(tags), of(record, tags)) : record.data(tags);
    }

    /** All 880 fields under the tag they stand for; 880 itself when they do not say. */
    static Stream<DataField> all(MarcRecord record) {
        return record.data(ALTERNATE).map(LinkedFields::asPartner);
    }

    /** The 880 that is tied to this field in both directions. */
    static Optional<DataField> partner(MarcRecord record, DataField field) {
        var link = link(field).filter(to -> to.tag().equals(ALTERNATE) && !to.alone());
        return link.flatMap(to -> record.data(ALTERNATE)
                .filter(other -> link(other)
                        .filter(back -> back.tag().equals(field.tag()) && back.occurrence() == to.occurrence())
                        .isPresent())
                .map(LinkedFields::asPartner)
                .findFirst());
    }

    private static DataField asPartner(DataField field) {
        var tag = link(field).map(Link::tag).orElse(ALTERNATE);
        return new DataField(tag, field.ind1(), field.ind2(), field.subfields());
    }

    /** Where $6 of the field points; empty when it has none or it cannot be read. */
    static Optional<Link> link(DataField field) {
        return field.first('6')
                .map(LINK::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new Link(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    record Link(String tag, int occurrence) {
        boolean alone() {
            return occurrence == 0;
        }
    }
}
