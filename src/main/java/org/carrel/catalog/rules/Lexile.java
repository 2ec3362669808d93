package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.catalog.DataField;
import org.jspecify.annotations.Nullable;

/**
 * A Lexile measure: the number and the letters before it, which tell a book to be read aloud (AD) from a hard one.
 *
 * @param number null when the code stands alone (NP); negative for "beginning reader", where BR400L is the easier book
 */
record Lexile(@Nullable Integer number, String text) {
    private static final String CODES = "AD|BR|CP|GN|HL|IG|NC|NP";
    private static final int HIGHEST = 2500;
    private static final Pattern STRICT =
            Pattern.compile("\\s*(?:(" + CODES + ")\\s*)?([0-9]{1,4})\\s*L\\s*\\.?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "(?<![A-Z])(?:(" + CODES + ")\\s*)?([0-9]{1,4})\\s*(L?)(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE_ALONE =
            Pattern.compile("(?<![A-Z])(NP|BR)(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);

    /** From a 521: named as Lexile in $a or $b, or a number that ends in L. */
    static Optional<Lexile> of(DataField field) {
        var text = FieldText.join(field, "a");
        var strict = STRICT.matcher(text);
        if (strict.matches()) return of(strict.group(1), strict.group(2), "L");
        var named = TextFolding.plain(text + " " + FieldText.join(field, "b")).contains("lexile");
        if (!named) return Optional.empty();
        var loose = NAMED.matcher(text);
        if (loose.find()) return of(loose.group(1), loose.group(2), loose.group(3));
        var alone = CODE_ALONE.matcher(text);
        return alone.find() ? Optional.of(new Lexile(null, upper(alone.group(1)))) : Optional.empty();
    }

    private static Optional<Lexile> of(@Nullable String code, String digits, String letter) {
        var number = Integer.parseInt(digits);
        if (number > HIGHEST) return Optional.empty();
        var prefix = code == null ? "" : upper(code);
        return Optional.of(new Lexile(prefix.equals("BR") ? -number : number, prefix + number + upper(letter)));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
