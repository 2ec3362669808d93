package org.carrel.search.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.search.rules.Wish.ByBarcode;
import org.carrel.search.rules.Wish.ByCallNumber;
import org.carrel.search.rules.Wish.ByNumber;
import org.carrel.search.rules.Wish.ByWords;
import org.carrel.search.rules.Wish.Everything;

/** What a typed or scanned text may mean by its shape. Whether there is such a barcode or shelf only the index knows. */
public final class TypedText {
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cs}\\p{Cc}]");
    private static final Pattern BARCODE = Pattern.compile("(?=.*\\d)[\\p{L}\\p{N}./$+%-]{3,30}");
    private static final Pattern ISBN_LABEL = Pattern.compile("(?i)^isbn(-?1[03](?=[:\\s]))?[:\\s]*");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Pd}]+");
    private static final Pattern BOOK_NUMBER = Pattern.compile("\\d{7}[\\dX]|\\d{9}[\\dX]|\\d{13}");

    /** Dewey: up to two prefixes (REF, SP E), three digits, decimals, cutter. */
    private static final Pattern DEWEY = Pattern.compile("(\\p{L}{1,5} ){0,2}\\d{3}(\\.\\d+)?( \\D.*)?");

    /** Letters only: FIC ROW, SP FIC, GN. One letter alone is a word. */
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,5}|\\p{L}{1,5}( \\p{L}{1,5}){1,3}");

    /** Library of Congress: PZ7.R79835, QA76.73.C153 2005. */
    private static final Pattern CONGRESS = Pattern.compile("\\p{L}{1,3} ?\\d{1,4}([. ].*)?");

    private TypedText() {}

    /** All that the text can mean, the most special first; never empty, and the last one always can be answered. */
    public static List<Wish> wishes(String typed) {
        var text = clean(typed);
        if (text.isEmpty()) return List.of(new Everything());
        var wishes = new ArrayList<Wish>();
        if (BARCODE.matcher(text).matches()) wishes.add(new ByBarcode(text.toUpperCase(Locale.ROOT)));
        bookNumber(text).ifPresent(wishes::add);
        callNumber(text).ifPresent(wishes::add);
        LevelText.of(text).ifPresent(wishes::add);
        Intents.of(text).ifPresent(wishes::add);
        VolumeText.of(text).ifPresent(wishes::add);
        wishes.add(new ByWords(text));
        return List.copyOf(wishes);
    }

    /** Words of questions that no record need have: "audiobook", "sobre", "seventh". */
    public static Set<String> spokenWords() {
        var words = new HashSet<>(Intents.words());
        words.addAll(NumberWords.words());
        return words;
    }

    /** The text as it can be shown again: without control characters, halves of characters, and spaces around it. */
    public static String clean(String typed) {
        return NOT_TEXT.matcher(typed).replaceAll(" ").strip();
    }

    private static Optional<ByNumber> bookNumber(String text) {
        var unlabelled = ISBN_LABEL.matcher(text).replaceFirst("");
        var number = BETWEEN_DIGITS.matcher(unlabelled).replaceAll("").toUpperCase(Locale.ROOT);
        if (!BOOK_NUMBER.matcher(number).matches()) return Optional.empty();
        return Optional.of(new ByNumber(Isbn.forms(number), Isbn.isValid(number)));
    }

    private static Optional<ByCallNumber> callNumber(String text) {
        var label = ShelfText.of(text);
        var shaped = DEWEY.matcher(label).matches()
                || LETTERS.matcher(label).matches()
                || CONGRESS.matcher(label).matches();
        return shaped ? Optional.of(new ByCallNumber(label)) : Optional.empty();
    }
}
