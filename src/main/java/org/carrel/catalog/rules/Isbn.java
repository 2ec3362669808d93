package org.carrel.catalog.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An ISBN in its thirteen-digit form with a right check digit (ISO 2108). */
public record Isbn(String digits) {
    private static final int LENGTH = 13;
    private static final int OLD_LENGTH = 10;
    private static final int SBN_LENGTH = 9;
    private static final Pattern SHAPE = Pattern.compile("97[89][0-9]{10}");
    private static final Pattern LABEL =
            Pattern.compile("^\\s*(?:e-?)?ISBN(?:[- ]?1[03](?![0-9]))?\\s*[:.]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\([^)]*\\)?");
    /** Hyphen-minus and what stands for it in texts from word processors: U+2010 to U+2015, minus sign, soft hyphen. */
    private static final String HYPHENS = "-\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 ]*[xX]?");

    public Isbn {
        if (!SHAPE.matcher(digits).matches() || checkDigit13(digits) != digits.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("Not an ISBN: " + digits);
        }
    }

    /**
     * The number in a 020: hyphens, spaces, qualifiers and prices aside; ten digits and the nine of an old SBN become
     * thirteen. Empty when the length or the check digit is wrong.
     */
    public static Optional<Isbn> parse(String text) {
        var number = number(text);
        var whole = fromCompact(number.replace(" ", ""));
        if (whole.isPresent() || !number.contains(" ")) return whole;
        var first = new StringBuilder();
        for (var part : number.split(" ", -1)) {
            var found = fromCompact(first.append(part).toString());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** What can be searched of a number that is no valid ISBN: its digits and X, or empty. */
    public static String searchable(String text) {
        return number(text).replace(" ", "");
    }

    /** The number with the check digit it should have; empty when it has not the length of an ISBN. */
    static Optional<String> corrected(String text) {
        var number = searchable(text);
        var body = number.isEmpty() ? "" : number.substring(0, number.length() - 1);
        if (body.indexOf('X') >= 0) return Optional.empty();
        if (number.length() == OLD_LENGTH) return Optional.of(body + checkDigit10(body));
        var isNew = number.length() == LENGTH && (number.startsWith("978") || number.startsWith("979"));
        return isNew ? Optional.of(body + checkDigit13(number)) : Optional.empty();
    }

    /** The ten-digit form, which only numbers that begin with 978 have. */
    public Optional<String> ten() {
        if (!digits.startsWith("978")) return Optional.empty();
        var body = digits.substring(3, LENGTH - 1);
        return Optional.of(body + checkDigit10(body));
    }

    private static String number(String text) {
        var bare = isBare(text) ? text : bare(text);
        var matcher = NUMBER.matcher(FieldText.clean(bare));
        return matcher.find() ? matcher.group().strip().toUpperCase(Locale.ROOT) : "";
    }

    /** Most are: then there is nothing to take off before the number. */
    private static boolean isBare(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || "-(nN".indexOf(c) >= 0) return false;
        }
        return true;
    }

    private static String bare(String text) {
        var plain = FieldText.without(Normalizer.normalize(text, Normalizer.Form.NFKC), HYPHENS);
        var unlabelled = hasLetter(plain, 'N') ? LABEL.matcher(plain).replaceFirst("") : plain;
        return hasLetter(plain, '(') ? IN_PARENTHESES.matcher(unlabelled).replaceAll(" ") : unlabelled;
    }

    private static boolean hasLetter(String text, char capital) {
        return text.indexOf(capital) >= 0 || text.indexOf(Character.toLowerCase(capital)) >= 0;
    }

    private static Optional<Isbn> fromCompact(String number) {
        if (number.length() == SBN_LENGTH) return fromTen("0" + number);
        if (number.length() == OLD_LENGTH) return fromTen(number);
        var right = SHAPE.matcher(number).matches() && checkDigit13(number) == number.charAt(LENGTH - 1);
        return right ? Optional.of(new Isbn(number)) : Optional.empty();
    }

    private static Optional<Isbn> fromTen(String number) {
        var body = number.substring(0, OLD_LENGTH - 1);
        if (body.indexOf('X') >= 0 || checkDigit10(body) != number.charAt(OLD_LENGTH - 1)) return Optional.empty();
        return Optional.of(new Isbn("978" + body + checkDigit13("978" + body)));
    }

    private static char checkDigit13(String number) {
        var sum = 0;
        for (var i = 0; i < LENGTH - 1; i++) sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static char checkDigit10(String body) {
        var sum = 0;
        for (var i = 0; i < OLD_LENGTH - 1; i++) sum += (body.charAt(i) - '0') * (OLD_LENGTH - i);
        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
