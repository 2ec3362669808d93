package org.carrel.security.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.carrel.security.PinProblem;

/** Which PINs are good: there are few, so that none may be one that many would choose, or that the card shows. */
public final class PinRules {
    /** Of one that is made here. */
    public static final int DIGITS = 4;

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4,8}");
    /** The same figures over and over: 7777, 1212, 123123. */
    private static final Pattern REPEATED = Pattern.compile("(\\d{1,4})\\1+");
    /** Years in which people are born, and those around. */
    private static final Pattern YEAR = Pattern.compile("19[5-9]\\d|20[0-2]\\d");
    /** What is drawn on the keys, and what else stands high in published lists of PINs. */
    private static final Set<String> COMMON =
            Set.of("2580", "0852", "1004", "1122", "1133", "1342", "1590", "2468", "3698", "5683", "7410", "159753");

    private PinRules() {}

    /** @param numbers of the person's cards */
    public static Optional<PinProblem> problem(String pin, List<String> numbers) {
        if (!SHAPE.matcher(pin).matches()) return Optional.of(PinProblem.NO_PIN);
        if (isRun(pin) || REPEATED.matcher(pin).matches() || YEAR.matcher(pin).matches() || COMMON.contains(pin))
            return Optional.of(PinProblem.EASY);
        return numbers.stream().anyMatch(number -> number.contains(pin))
                ? Optional.of(PinProblem.ON_CARD)
                : Optional.empty();
    }

    /** A good one. */
    public static String random(RandomGenerator random, List<String> numbers) {
        while (true) {
            var pin = new StringBuilder(DIGITS);
            for (var i = 0; i < DIGITS; i++) pin.append((char) ('0' + random.nextInt(10)));
            if (problem(pin.toString(), numbers).isEmpty()) return pin.toString();
        }
    }

    /** 1234, 9876, 8901: each figure is next to the one before. */
    private static boolean isRun(String pin) {
        return isRun(pin, 1) || isRun(pin, 9);
    }

    private static boolean isRun(String pin, int step) {
        for (var i = 1; i < pin.length(); i++) {
            if ((pin.charAt(i - 1) - '0' + step) % 10 != pin.charAt(i) - '0') return false;
        }
        return true;
    }
}
