package org.carrel.catalog.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The place of a book in its series, read from $v: "bk. 7", "#7", "v. 10", "Book the First", "2.5", "Bd. IV". */
public final class SeriesNumber {
    private static final List<List<String>> WORDS = List.of(
            List.of("zero", "prequel"),
            List.of("one", "first", "uno", "una", "primero", "primer", "primera", "premier", "erster"),
            List.of("two", "second", "dos", "segundo", "segunda", "deuxieme", "zweiter"),
            List.of("three", "third", "tres", "tercero", "tercer", "tercera"),
            List.of("four", "fourth", "cuatro", "cuarto", "cuarta"),
            List.of("five", "fifth", "cinco", "quinto", "quinta"),
            List.of("six", "sixth", "seis", "sexto", "sexta"),
            List.of("seven", "seventh", "siete", "septimo", "septima"),
            List.of("eight", "eighth", "ocho", "octavo", "octava"),
            List.of("nine", "ninth", "nueve", "noveno", "novena"),
            List.of("ten", "tenth", "diez", "decimo", "decima"),
            List.of("eleven", "eleventh", "once", "undecimo"),
            List.of("twelve", "twelfth", "doce", "duodecimo"),
            List.of("thirteen", "thirteenth", "trece"),
            List.of("fourteen", "fourteenth", "catorce"),
            List.of("fifteen", "fifteenth", "quince"),
            List.of("sixteen", "sixteenth"),
            List.of("seventeen", "seventeenth"),
            List.of("eighteen", "eighteenth"),
            List.of("nineteen", "nineteenth"),
            List.of("twenty", "twentieth", "veinte"));

    /** What may stand before a number word: "Book the First", "Year four". */
    private static final String DESIGNATION =
            "(?:(?:v|vol|volume|bk|book|no|number|pt|part|bd|band|t|tome|tomo|libro|livre|"
                    + "episode|year|story|level|stage|step|el|the|la|ano|parte|numero|teil|deel)\\b\\.?\\s*)*";

    private static final Pattern DIGITS = Pattern.compile(
            "(?:(?<before>[^0-9]*)[\\s.])?(?<number>[0-9]{1,9}(?:\\.[0-9]{1,4})?)(?:st|nd|rd|th|er|[a-z])?(?![0-9a-z]).*",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile(DESIGNATION + "([a-z]+)(?![a-z]).*", Pattern.DOTALL);
    /** A special issue ("SE 1") counts by itself and has no place in the row. */
    private static final Pattern SPECIAL =
            Pattern.compile("\\b(?:se|sp|spec|special|especial|extra|bonus|hors|sonder\\w*)\\b");

    private static final Map<String, String> FRACTIONS = Map.of("½", ".5", "¼", ".25", "¾", ".75");

    private SeriesNumber() {}

    /** The number for sorting; of "1-3" the first. Empty when the text states none. */
    public static OptionalDouble parse(String text) {
        var plain = plain(text);
        var digits = DIGITS.matcher(plain);
        if (SPECIAL.matcher(plain).find()) return OptionalDouble.empty();
        if (digits.matches()) return OptionalDouble.of(Double.parseDouble(digits.group("number")));
        var word = WORD.matcher(plain);
        return word.matches() ? ofWord(word.group(1)) : OptionalDouble.empty();
    }

    private static OptionalDouble ofWord(String word) {
        for (var value = 0; value < WORDS.size(); value++) {
            if (WORDS.get(value).contains(word)) return OptionalDouble.of(value);
        }
        var roman = RomanNumerals.parse(word.toUpperCase(Locale.ROOT));
        return roman.isPresent() ? OptionalDouble.of(roman.getAsInt()) : OptionalDouble.empty();
    }

    private static String plain(String text) {
        var whole = text;
        for (var fraction : FRACTIONS.entrySet()) whole = whole.replace(fraction.getKey(), fraction.getValue());
        return TextFolding.plain(whole)
                .replaceAll("[#№\\[\\]()<>{}'\":;,º°ª]+", " ")
                .strip();
    }
}
