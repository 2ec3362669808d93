package org.carrel.search.rules;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** What may be kept of a question. Words only: nothing that could be a card, a PIN, an address or a telephone number. */
public final class SearchLogRules {
    /** After so many days the words that few have asked for are forgotten. */
    public static final int RARE_KEPT_DAYS = 30;
    /** Asked less often than this in all is rare. */
    public static final int RARE = 3;
    /** After so many days everything is forgotten. */
    public static final int KEPT_DAYS = 400;

    private static final int LONGEST = 100;
    /** More words are a letter, not a question. */
    private static final int MOST_WORDS = 12;

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?:|www\\.");
    /** The digits of a date are fewer. A number alone, which may be a PIN, is not kept however short. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?:\\d[\\s().-]*){7,}|\\d{6,}");

    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("(?=\\S*\\p{L})(?=\\S*\\d\\S*\\d\\S*\\d)\\S{5,}");
    private static final Pattern WORD = Pattern.compile(".*\\p{L}{2}.*");

    private SearchLogRules() {}

    /** @param key the question in its normal form */
    public static boolean mayBeKept(String typed, String key) {
        if (key.isEmpty() || key.length() >= LONGEST || key.split(" ", -1).length > MOST_WORDS) return false;
        if (ADDRESS.matcher(typed).find() || LONG_NUMBER.matcher(typed).find()) return false;
        return WORD.matcher(key).matches() && !LETTERS_AND_DIGITS.matcher(typed).find();
    }

    public static LocalDate rareBefore(LocalDate today) {
        return today.minusDays(RARE_KEPT_DAYS);
    }

    public static LocalDate allBefore(LocalDate today) {
        return today.minusDays(KEPT_DAYS);
    }
}
