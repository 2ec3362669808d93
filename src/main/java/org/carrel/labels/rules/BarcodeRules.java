package org.carrel.labels.rules;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.LabelTrouble.Kind;
import org.carrel.labels.Symbology;

/** Whether a number can be drawn as bars. Source: ISO/IEC 16388 (Code 39), 15417 (Code 128), EN 798 (Codabar). */
public final class BarcodeRules {
    private static final String SIGNS_39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    private static final String SIGNS_CODABAR = "0123456789-$:/.+";
    private static final Pattern LIBRARY = Pattern.compile("[0-9]{14}");

    private BarcodeRules() {}

    /** Empty when it can. */
    public static Optional<LabelTrouble> check(Symbology symbology, String barcode) {
        if (barcode.isEmpty()) return Optional.of(new LabelTrouble(Kind.NO_BARCODE, ""));
        return switch (symbology) {
            case CODE_128 -> signs(barcode, BarcodeRules::isPrintableAscii);
            case CODE_39, CODE_39_CHECKED -> signs(barcode, sign -> SIGNS_39.indexOf(sign) >= 0);
            case CODABAR -> signs(barcode, sign -> SIGNS_CODABAR.indexOf(sign) >= 0);
            case LIBRARY_CODABAR -> library(barcode);
        };
    }

    private static boolean isPrintableAscii(int sign) {
        return sign >= ' ' && sign <= '~';
    }

    private static Optional<LabelTrouble> signs(String barcode, IntPredicate known) {
        return barcode.codePoints()
                .filter(sign -> !known.test(sign))
                .mapToObj(sign -> new LabelTrouble(Kind.NO_SIGN, Character.toString(sign)))
                .findFirst();
    }

    private static Optional<LabelTrouble> library(String barcode) {
        if (!LIBRARY.matcher(barcode).matches()) {
            var length = barcode.codePointCount(0, barcode.length());
            return Optional.of(new LabelTrouble(Kind.NOT_14_DIGITS, String.valueOf(length)));
        }
        var last = barcode.length() - 1;
        var right = (char) ('0' + checkDigit(barcode.substring(0, last)));
        return barcode.charAt(last) == right
                ? Optional.empty()
                : Optional.of(new LabelTrouble(Kind.WRONG_CHECK_DIGIT, String.valueOf(right)));
    }

    /** Modulus 10 with weights 2 and 1 from the right (ISO/IEC 7812-1). @param digits nothing but digits */
    static int checkDigit(String digits) {
        var sum = 0;
        for (var at = 0; at < digits.length(); at++) {
            var weighted = (digits.charAt(digits.length() - 1 - at) - '0') * (at % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
