package org.carrel.search.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person's name as one reads it, from the form under which a catalog files it. */
public final class ReadingName {
    private static final Pattern FULLER_FORM = Pattern.compile("\\s*\\([^)]*\\)?");
    private static final Pattern DATES_IN_WORDS = Pattern.compile("(?i)(active|approximately|born|died)\\b.*");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(jr|sr|esq|[ivx]+)\\.?");

    private ReadingName() {}

    /** "White, E. B. (Elwyn Brooks), 1899-1985" is E. B. White; "Martin, Bill, Jr." is Bill Martin, Jr. */
    public static String of(String filed) {
        var parts = parts(filed);
        if (parts.isEmpty()) return "";
        if (parts.size() == 1) return parts.getFirst();
        var suffix = parts.stream()
                .skip(1)
                .filter(part -> SUFFIX.matcher(part).matches())
                .findFirst();
        var given = parts.stream()
                .skip(1)
                .filter(part -> !SUFFIX.matcher(part).matches())
                .findFirst();
        return given.map(name -> name + " ").orElse("")
                + parts.getFirst()
                + suffix.map(text -> ", " + text).orElse("");
    }

    private static boolean isDate(String part) {
        for (var i = 0; i < part.length(); i++) if (part.charAt(i) >= '0' && part.charAt(i) <= '9') return true;
        return "aAbBdD".indexOf(part.charAt(0)) >= 0
                && DATES_IN_WORDS.matcher(part).matches();
    }

    private static List<String> parts(String filed) {
        var parts = new ArrayList<String>();
        var bare = filed.indexOf('(') < 0 ? filed : FULLER_FORM.matcher(filed).replaceAll("");
        for (var part : bare.split(",", -1)) {
            var name = part.strip();
            if (!name.isEmpty() && !isDate(name)) parts.add(name);
        }
        return parts;
    }
}
