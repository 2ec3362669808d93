package org.carrel.kiosk.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From MARC language codes (ISO 639-2/B) to the tags that browsers and screen readers know (BCP 47). */
final class MarcLanguage {
    /** The twenty languages whose bibliographic code is not their terminological one, ISO 639-2. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    private static final Map<String, String> TERMINOLOGICAL = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (one, other) -> one));

    private MarcLanguage() {}

    /** Empty for codes that name no single language ({@code mul}, {@code und}) and for those without two letters. */
    static Optional<String> tag(String marcCode) {
        return Optional.ofNullable(BIBLIOGRAPHIC.getOrDefault(marcCode, TERMINOLOGICAL.get(marcCode)));
    }

    /** The name of the language in another one, or the code when nobody knows it. */
    static String name(String marcCode, Locale in) {
        return tag(marcCode).map(tag -> Locale.of(tag).getDisplayLanguage(in)).orElse(marcCode);
    }
}
