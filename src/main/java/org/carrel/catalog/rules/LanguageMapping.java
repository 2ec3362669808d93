package org.carrel.catalog.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** The languages a record is in: 008/35-37, then 041 $a and $d. */
final class LanguageMapping {
    private static final Pattern CODES = Pattern.compile("(?:[a-z]{3})+");
    private static final Set<String> NO_LANGUAGE = Set.of("und", "zxx", "xxx", "mul", "mis");
    /** Terminological and withdrawn codes, and ISO 639-1, to the MARC code. */
    private static final Map<String, String> OTHER_CODES = Map.ofEntries(
            Map.entry("deu", "ger"),
            Map.entry("fra", "fre"),
            Map.entry("nld", "dut"),
            Map.entry("zho", "chi"),
            Map.entry("ces", "cze"),
            Map.entry("ell", "gre"),
            Map.entry("fas", "per"),
            Map.entry("ron", "rum"),
            Map.entry("slk", "slo"),
            Map.entry("cym", "wel"),
            Map.entry("hye", "arm"),
            Map.entry("sqi", "alb"),
            Map.entry("eus", "baq"),
            Map.entry("mya", "bur"),
            Map.entry("kat", "geo"),
            Map.entry("isl", "ice"),
            Map.entry("mkd", "mac"),
            Map.entry("msa", "may"),
            Map.entry("mri", "mao"),
            Map.entry("bod", "tib"),
            Map.entry("scr", "hrv"),
            Map.entry("scc", "srp"),
            Map.entry("tag", "tgl"),
            Map.entry("iri", "gle"),
            Map.entry("en", "eng"),
            Map.entry("es", "spa"),
            Map.entry("fr", "fre"),
            Map.entry("de", "ger"),
            Map.entry("it", "ita"),
            Map.entry("pt", "por"),
            Map.entry("zh", "chi"),
            Map.entry("ja", "jpn"),
            Map.entry("ko", "kor"),
            Map.entry("ru", "rus"),
            Map.entry("ar", "ara"),
            Map.entry("vi", "vie"));

    private LanguageMapping() {}

    static List<String> of(MarcRecord record) {
        var fixed = FixedField.of(record, "008").slice(35, 38);
        var stated = record.data("041").flatMap(LanguageMapping::stated);
        return Stream.concat(codes(fixed), stated)
                .filter(code -> !NO_LANGUAGE.contains(code))
                .distinct()
                .toList();
    }

    /** The languages of the text itself: 008/35-37 and 041 $a. */
    static List<String> ofText(MarcRecord record) {
        var stated = record.data("041").flatMap(field -> FieldText.wanted(field, "a"));
        var fixed = FixedField.of(record, "008").slice(35, 38);
        return Stream.concat(Stream.of(fixed), stated)
                .flatMap(LanguageMapping::codes)
                .toList();
    }

    private static Stream<String> stated(DataField field) {
        return FieldText.wanted(field, "ad").flatMap(LanguageMapping::codes);
    }

    /** One code, or several without a space between them ("engfre"), as 041 was written before 2001. */
    private static Stream<String> codes(String text) {
        var lower = FieldText.without(text, " \t\n\u000B\f\r.,;").toLowerCase(Locale.ROOT);
        if (OTHER_CODES.containsKey(lower)) return Stream.of(OTHER_CODES.get(lower));
        if (!CODES.matcher(lower).matches()) return Stream.empty();
        return Stream.iterate(0, at -> at < lower.length(), at -> at + 3)
                .map(at -> lower.substring(at, at + 3))
                .map(code -> OTHER_CODES.getOrDefault(code, code));
    }
}
