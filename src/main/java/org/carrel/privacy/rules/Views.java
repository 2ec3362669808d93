package org.carrel.privacy.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which looks at people's records are unusual (rule PR-5). */
public final class Views {
    /** More in an hour by one person is. */
    public static final int MANY = 50;

    private Views() {}

    public static boolean areMany(long inAnHour) {
        return inAnHour > MANY;
    }

    /** Whether somebody may be looking at the own family: a part of the family name is the last word of the name. */
    public static boolean mayBeFamily(String displayName, String familyName) {
        var own = words(displayName).toList();
        var theirs = words(familyName).collect(Collectors.toSet());
        return own.size() > 1 && last(own, theirs);
    }

    private static boolean last(List<String> own, Set<String> theirs) {
        return own.getLast().length() > 1 && theirs.contains(own.getLast());
    }

    private static Stream<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}|['’]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+", -1)).filter(word -> !word.isEmpty());
    }
}
