package org.carrel.patrons.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which numbers a scanner may have meant: some add zeros in front, some take them away (B77). */
public final class CardVariants {
    private static final int LONGEST = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    private CardVariants() {}

    /**
     * The number itself first.
     *
     * @param zerosIgnored zeros in front do not count at this site
     */
    public static List<String> of(String number, boolean zerosIgnored) {
        if (!zerosIgnored || !DIGITS.matcher(number).matches()) return List.of(number);
        var variants = new ArrayList<>(List.of(number));
        var bare = RosterCells.withoutZeros(number);
        for (var padded = bare; padded.length() <= LONGEST; padded = "0" + padded) {
            if (!padded.equals(number)) variants.add(padded);
        }
        return List.copyOf(variants);
    }
}
