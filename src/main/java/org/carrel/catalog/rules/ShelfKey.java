package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.regex.Pattern;
import org.carrel.catalog.CallNumber;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy stands, as a text that sorts like the shelf: easy books, fiction, graphic novels, story collections,
 * Dewey 000 to 999, biographies, Library of Congress classes, all else; what has a prefix (Spanish, reference,
 * professional) follows in its own row. ASCII, compared byte by byte.
 */
public final class ShelfKey {
    /** What the column that stores a key must hold. */
    public static final int MAX_LENGTH = 120;
    /** Sorts last: nobody knows where it stands. */
    public static final String NOWHERE = "~";

    static final Pattern DEWEY =
            Pattern.compile("([0-9]{3}|[0-9]{1,2}(?=[.,][0-9]|\\s|$))(?:[.,]([0-9]+))?(?![0-9])(.*)", Pattern.DOTALL);
    /** Class letters and number, then decimals only when digits follow the point ("PZ7.R79" has none). */
    static final Pattern LC = Pattern.compile(
            "([A-HJ-NP-VWZ][A-Z]{0,2}) ?([0-9]{1,4})(?![0-9])(?:\\.([0-9]+))?(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern VOLUME = Pattern.compile("\\b(V|VOL|NO|PT|C|BK|COPY) ([0-9])");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int NATURAL_WIDTH = 6;

    private ShelfKey() {}

    /** The key; equal labels have equal keys, a copy without call number is {@link #NOWHERE}. */
    public static String of(CallNumber call) {
        if (call.text().isBlank()) return NOWHERE;
        return key(isApart(call) ? call : CallNumberText.split(call.text()));
    }

    /** The start of all keys with this known prefix, which has no class behind it. */
    static String startOf(String prefix) {
        return CallNumberPrefix.rank(prefix) + natural(prefix) + " ";
    }

    /** Some vendors write the section as prefix (k FIC, i ROW) or the whole label as class: then the parts do not tell. */
    private static boolean isApart(CallNumber call) {
        var number = call.classNumber().strip();
        return !number.isEmpty() && (!number.contains(" ") || LC.matcher(number).matches());
    }

    private static String key(CallNumber call) {
        var key = prefix(call) + classPart(call) + part(cutter(call)) + part(natural(call.suffix()));
        return key.length() <= MAX_LENGTH ? key : key.substring(0, MAX_LENGTH);
    }

    /** No prefix first; then other languages, age groups, what is unknown, reference, professional, media. */
    private static String prefix(CallNumber call) {
        if (call.prefix().isBlank()) return "0";
        var section = Section.of(call.prefix());
        if (section.isPresent())
            return "0" + section.get().rank() + section.get().code() + "~";
        return startOf(call.prefix());
    }

    private static String classPart(CallNumber call) {
        var text = ClassNumbers.clean(call.classNumber());
        var section = Section.of(text);
        if (section.isPresent()) return section.get().rank() + section.get().code();
        var dewey = DEWEY.matcher(text);
        if (dewey.matches()) return "6" + dewey(dewey.group(1), dewey.group(2)) + part(plain(dewey.group(3)));
        var lc = LC.matcher(text);
        if (lc.matches()) return "8" + lc(lc.group(1), lc.group(2), lc.group(3)) + part(volumes(plain(lc.group(4))));
        return "9" + natural(text);
    }

    /** Three digits, then the decimals as text: 641, 641.5, 641.555, 641.5945. */
    private static String dewey(String whole, @Nullable String decimals) {
        var digits = "0".repeat(3 - whole.length()) + whole;
        var rest = decimals == null ? "" : decimals.replaceFirst("0+$", "");
        return rest.isEmpty() ? digits : digits + "." + rest;
    }

    private static String lc(String letters, String number, @Nullable String decimals) {
        var padded = letters.toUpperCase(Locale.ROOT)
                + " ".repeat(3 - letters.length())
                + "0".repeat(4 - number.length())
                + number;
        return decimals == null ? padded : padded + "." + decimals;
    }

    private static String cutter(CallNumber call) {
        var text = plain(call.cutter());
        var other = Section.of(call.classNumber()).isEmpty()
                && !DEWEY.matcher(ClassNumbers.clean(call.classNumber())).matches()
                && !LC.matcher(call.classNumber()).matches();
        return other ? natural(text) : volumes(text);
    }

    private static String part(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    private static String volumes(String text) {
        var matcher = VOLUME.matcher(text);
        return matcher.find() ? text.substring(0, matcher.start()) + natural(text.substring(matcher.start())) : text;
    }

    /** Numbers by value: "v. 2" before "v. 10". */
    private static String natural(String text) {
        return DIGITS.matcher(plain(text)).replaceAll(run -> padded(run.group()));
    }

    private static String padded(String digits) {
        var bare = digits.replaceFirst("^0+(?=.)", "");
        if (bare.length() <= NATURAL_WIDTH) return "0".repeat(NATURAL_WIDTH - bare.length()) + bare;
        return ":" + (char) ('0' + Math.min(bare.length(), 70)) + bare; // longer numbers are larger: ':' follows '9'
    }

    /** Upper-case ASCII words; a letter that has no ASCII form becomes its code, after Z. */
    static String plain(String text) {
        var ascii = new StringBuilder();
        TextFolding.fold(text).toUpperCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c < 0x80) ascii.append((char) c);
            else ascii.append(String.format(Locale.ROOT, "~%06X", c));
        });
        return ascii.toString();
    }
}
