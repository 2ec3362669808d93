package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person's name as typed, in catalog form. A comma is believed: "Le Guin, Ursula K." Without one the last word is the
 * surname, with the particles before it that are written with a capital ("Chris Van Allsburg"); those with a small
 * letter stay behind the forename ("Antoine de Saint-Exupéry").
 *
 * @param entry $a: "Woodson, Jacqueline"; one word is a forename
 * @param title $c: "Jr.", "Dr."; or empty
 * @param surname is there a surname (first indicator 1) or only a forename (0)?
 * @param direct as people say it, for the statement of responsibility
 */
record PersonalName(String entry, String title, boolean surname, String direct) {
    private static final Set<String> SUFFIXES =
            Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "m.d.");
    private static final Set<String> HONORIFICS = Set.of("dr.", "mr.", "mrs.", "ms.", "sir", "dame", "saint", "st.");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "ter", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "las", "le",
            "los", "el", "al", "st.", "san", "santa", "mac", "mc", "o'", "ben", "bin", "ibn");

    static PersonalName of(String typed) {
        var text = FieldText.clean(typed);
        var comma = text.indexOf(',');
        if (comma > 0) {
            var suffix = text.substring(comma + 1).strip();
            if (!SUFFIXES.contains(suffix.toLowerCase(Locale.ROOT))) return inverted(text);
            text = text.substring(0, comma) + " " + suffix;
        }
        return direct(text);
    }

    /** "King, Martin Luther, Jr." */
    private static PersonalName inverted(String text) {
        var parts = text.split("\\s*,\\s*", 3);
        var title = parts.length == 3 ? parts[2] : "";
        if (parts[1].isEmpty()) return new PersonalName(parts[0], "", false, parts[0]);
        var spoken = parts[1] + " " + parts[0] + (title.isEmpty() ? "" : ", " + title);
        return new PersonalName(parts[0] + ", " + parts[1], title, true, spoken);
    }

    private static PersonalName direct(String text) {
        var words = new ArrayList<>(List.of(text.split(" ", -1)));
        var title = "";
        if (words.size() > 1 && SUFFIXES.contains(words.getLast().toLowerCase(Locale.ROOT))) title = words.removeLast();
        if (words.size() == 2 && HONORIFICS.contains(words.getFirst().toLowerCase(Locale.ROOT))) {
            return new PersonalName(words.getLast(), words.getFirst(), true, text);
        }
        if (words.size() < 2) return new PersonalName(words.getFirst(), title, false, text);
        var start = words.size() - 1;
        while (start > 1 && isCapitalParticle(words.get(start - 1))) start--;
        var surname = String.join(" ", words.subList(start, words.size()));
        var forenames = String.join(" ", words.subList(0, start));
        return new PersonalName(surname + ", " + forenames, title, true, text);
    }

    private static boolean isCapitalParticle(String word) {
        return Character.isUpperCase(word.codePointAt(0)) && PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }
}
