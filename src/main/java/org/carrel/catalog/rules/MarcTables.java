package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.FieldDefinition;
import org.carrel.catalog.Wording;

/**
 * The MARC 21 Format for Bibliographic Data and its lists of languages and countries, in English and Spanish. Facts:
 * Library of Congress, Network Development and MARC Standards Office (public domain).
 */
public final class MarcTables {
    private static final FormatTable FORMAT = new FormatTable(Phrases.lines("marc21.txt"));
    private static final List<FieldDefinition> FIELDS = List.copyOf(FORMAT.fields.values());
    private static final CodeList LANGUAGES = CodeList.read("languages.tsv");
    private static final CodeList COUNTRIES = CodeList.read("countries.tsv");
    private static final Map<String, Wording> LANGUAGE_NAMES = byCode(LANGUAGES.codes());
    private static final Map<String, Wording> COUNTRY_NAMES = byCode(COUNTRIES.codes());

    /** MARC 21 leaves every tag with a 9 in it, besides 490, to local systems. */
    private static final String LOCAL = "9XX";

    private MarcTables() {}

    /** Every field in order of tag, families of local fields included. */
    public static List<FieldDefinition> fields() {
        return FIELDS;
    }

    /** The field with this tag, else the family it belongs to; empty for undefined, obsolete and impossible tags. */
    public static Optional<FieldDefinition> field(String tag) {
        var own = FORMAT.fields.get(tag);
        if (own != null) return Optional.of(own);
        if (tag.length() != 3 || !isDigit(tag.charAt(1)) || !isDigit(tag.charAt(2))) return Optional.empty();
        var decade = FORMAT.fields.get(tag.substring(0, 2) + "X");
        if (decade != null) return Optional.of(decade);
        return tag.indexOf('9') < 0 ? Optional.empty() : Optional.ofNullable(FORMAT.fields.get(LOCAL));
    }

    /** Was the field defined once? Such fields stand in old records and are no mistake. */
    public static boolean isObsolete(String tag) {
        return FORMAT.obsolete.contains(tag);
    }

    /** MARC Code List for Languages, in order of code. */
    public static List<CodeMeaning> languages() {
        return LANGUAGES.codes();
    }

    /** MARC Code List for Countries, in order of code; codes of two letters end in a blank. */
    public static List<CodeMeaning> countries() {
        return COUNTRIES.codes();
    }

    /** Codes that are no longer given to new records, parted by blanks. */
    static String oldLanguages() {
        return LANGUAGES.old();
    }

    static String oldCountries() {
        return COUNTRIES.old();
    }

    /** The name of a language; empty for codes that are not in use. */
    public static Optional<Wording> language(String code) {
        return Optional.ofNullable(LANGUAGE_NAMES.get(code));
    }

    public static Optional<Wording> country(String code) {
        return Optional.ofNullable(COUNTRY_NAMES.get(code));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Map<String, Wording> byCode(List<CodeMeaning> list) {
        var names = new HashMap<String, Wording>();
        for (var code : list) {
            if (names.put(code.code(), code.meaning()) != null) throw new IllegalStateException("Twice: " + code);
        }
        return names;
    }

    /** Lines of code, English and Spanish, then one with the codes of old. Countries have three characters in a record. */
    private record CodeList(List<CodeMeaning> codes, String old) {
        static CodeList read(String name) {
            var codes = new ArrayList<CodeMeaning>();
            var old = "";
            for (var line : Phrases.lines(name)) {
                if (line.startsWith("~ ")) {
                    old = line.substring(2);
                    continue;
                }
                var parts = line.split("\t", -1);
                if (parts.length != 3) throw new IllegalStateException("Not a code with two names: " + line);
                var code = parts[0].length() == 2 ? parts[0] + " " : parts[0];
                codes.add(new CodeMeaning(code, new Wording(parts[1], parts[2])));
            }
            return new CodeList(List.copyOf(codes), old);
        }
    }
}
