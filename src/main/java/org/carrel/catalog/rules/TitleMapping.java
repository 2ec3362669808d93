package org.carrel.catalog.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Titles;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** 245 and every other name under which people look for the work. */
final class TitleMapping {
    private TitleMapping() {}

    static Titles of(MarcRecord record, String language) {
        var field = titleField(record).orElse(null);
        if (field == null) return new Titles("", "", "", "", others(record, ""), List.of());
        var main = TitleText.of(field, "abnp");
        return new Titles(
                main,
                TitleText.of(field, "anp"),
                Articles.filing(main, field.ind2(), language),
                Isbd.trim(FieldText.join(field, "c")),
                others(record, main),
                parallel(record, main));
    }

    /** The first 245 that says something, else the 880 that stands for it. */
    static Optional<DataField> titleField(MarcRecord record) {
        var own = record.data("245").filter(TitleMapping::saysSomething).findFirst();
        if (own.isPresent()) return own;
        var partner = record.data("245").flatMap(field -> LinkedFields.partner(record, field).stream());
        return Stream.concat(partner, LinkedFields.of(record, "245"))
                .filter(TitleMapping::saysSomething)
                .findFirst();
    }

    private static boolean saysSomething(DataField field) {
        return !TitleText.of(field, "abnp").isEmpty();
    }

    /** Repeated 245 fields too: some systems write the romanized title so. */
    private static List<String> parallel(MarcRecord record, String main) {
        var texts = LinkedFields.withAlternates(record, "245").map(field -> TitleText.of(field, "abnp"));
        return FieldText.distinct(texts.filter(text -> !text.equals(main)));
    }

    private static List<String> others(MarcRecord record, String main) {
        var uniform = LinkedFields.withAlternates(record, "130", "240", "730", "740")
                .map(field -> TitleText.of(field, "anp"));
        var variants =
                LinkedFields.withAlternates(record, "242", "246", "247").map(field -> TitleText.of(field, "abnp"));
        var works = LinkedFields.withAlternates(record, "700", "710", "711")
                .filter(field -> field.first('t').isPresent())
                .map(field -> TitleText.of(field, "tnp"));
        var contents = LinkedFields.withAlternates(record, "505")
                .flatMap(field -> FieldText.wanted(field, "t"))
                .map(Isbd::trim);
        var unlinked = LinkedFields.of(record, "880").map(field -> Isbd.trim(FieldText.join(field, "abcnpt")));
        var all = Stream.of(uniform, variants, works, contents, unlinked).flatMap(texts -> texts);
        return FieldText.distinct(all.filter(Isbd::hasWords).filter(text -> !text.equals(main)));
    }
}
