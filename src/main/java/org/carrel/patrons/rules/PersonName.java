package org.carrel.patrons.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;

/** How people are named on lists and cards, and whether two names may be one person's. */
public final class PersonName {
    /** OneRoster's family name of somebody who has one name only. */
    private static final String NONE = ".";

    private PersonName() {}

    /** {@code Núñez-Ibarra, Zoë}: family name first, then what the person is called. */
    public static String sorted(PatronFacts facts) {
        var family = family(facts);
        var called = called(facts);
        if (family.isEmpty()) return called;
        return called.isEmpty() ? family : family + ", " + called;
    }

    /** {@code Zoë Núñez-Ibarra}. */
    public static String spoken(PatronFacts facts) {
        return (called(facts) + " " + family(facts)).strip();
    }

    /** Every name that somebody may look for. */
    public static List<String> all(PatronFacts facts) {
        var names = new ArrayList<String>();
        for (var field : PatronField.values()) if (field.isOfName()) names.add(facts.get(field));
        names.add(facts.get(PatronField.MIDDLE_NAME));
        return names;
    }

    /** True when the two share a word of their family names or of their given names. */
    public static boolean alike(PatronFacts one, PatronFacts other) {
        return shareWords(one, other, List.of(PatronField.FAMILY_NAME))
                || shareWords(one, other, List.of(PatronField.GIVEN_NAME, PatronField.PREFERRED_NAME));
    }

    private static boolean shareWords(PatronFacts one, PatronFacts other, List<PatronField> fields) {
        var words =
                new HashSet<>(NameFolding.words(fields.stream().map(one::get).toList()));
        words.retainAll(NameFolding.words(fields.stream().map(other::get).toList()));
        return !words.isEmpty();
    }

    private static String called(PatronFacts facts) {
        var preferred = facts.get(PatronField.PREFERRED_NAME);
        return preferred.isEmpty() ? facts.get(PatronField.GIVEN_NAME) : preferred;
    }

    private static String family(PatronFacts facts) {
        var family = facts.get(PatronField.FAMILY_NAME);
        return family.equals(NONE) ? "" : family;
    }
}
