package org.carrel.search.rules;

import java.util.List;

/** ISBN arithmetic of the International ISBN Agency's users' manual: check digits, and 10 to 13 digits and back. */
final class Isbn {
    private static final String BOOKLAND = "978";

    private Isbn() {}

    /** @param number digits and X only */
    static boolean isValid(String number) {
        return switch (number.length()) {
            case 10 -> number.charAt(9) == check10(number);
            case 13 ->
                (number.startsWith(BOOKLAND) || number.startsWith("979")) && number.charAt(12) == check13(number);
            default -> false;
        };
    }

    /** The number itself, and the same ISBN in the other length when there is one. */
    static List<String> forms(String number) {
        if (number.length() == 10) {
            var long13 = BOOKLAND + number.substring(0, 9);
            return List.of(number, long13 + check13(long13));
        }
        if (number.length() == 13 && number.startsWith(BOOKLAND)) {
            var short10 = number.substring(3, 12);
            return List.of(number, short10 + check10(short10));
        }
        return List.of(number);
    }

    private static char check10(String number) {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (10 - i) * (number.charAt(i) - '0');
        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static char check13(String number) {
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (i % 2 == 0 ? 1 : 3) * (number.charAt(i) - '0');
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
