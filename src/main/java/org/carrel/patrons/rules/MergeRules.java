package org.carrel.patrons.rules;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.MergeResult.Problem;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;

/** Which two people may be made one, and what the one is like then. */
public final class MergeRules {
    private static final Set<PatronField> NEVER_FILLED =
            EnumSet.of(PatronField.STATUS, PatronField.CATEGORY, PatronField.SITE);

    private MergeRules() {}

    /**
     * @param username of who is signed in: nobody merges the own person
     * @return empty when they may be merged
     */
    public static Optional<Problem> refusal(Patron kept, Patron merged, String username) {
        if (kept.id() == merged.id()) return Optional.of(Problem.SAME);
        if (kept.mergedInto().isPresent() || merged.mergedInto().isPresent()) return Optional.of(Problem.GONE);
        if (isOwn(kept, merged, username)) return Optional.of(Problem.OWN);
        return Optional.empty();
    }

    private static boolean isOf(Patron patron, String username) {
        var facts = patron.facts();
        return facts.get(PatronField.USERNAME).equalsIgnoreCase(username)
                || facts.get(PatronField.EMAIL).equalsIgnoreCase(username);
    }

    /** The fields that are empty and that the other one has. */
    public static Set<PatronField> filled(PatronFacts kept, PatronFacts merged) {
        var filled = EnumSet.noneOf(PatronField.class);
        for (var field : PatronField.values()) {
            var empty = kept.get(field).isEmpty() && !merged.get(field).isEmpty();
            if (empty && !NEVER_FILLED.contains(field)) filled.add(field);
        }
        return filled;
    }

    /** The note without what a merge has added to it; empty when that is not its end any more. */
    public static Optional<String> withoutNote(String note, String merged) {
        if (note.equals(merged)) return Optional.of("");
        return note.endsWith("\n" + merged)
                ? Optional.of(note.substring(0, note.length() - merged.length() - 1))
                : Optional.empty();
    }

    /** Those filled fields in which still stands what the merge has put there. */
    public static Set<PatronField> unchanged(Collection<PatronField> filled, PatronFacts kept, PatronFacts merged) {
        var unchanged = EnumSet.noneOf(PatronField.class);
        for (var field : filled) if (kept.get(field).equals(merged.get(field))) unchanged.add(field);
        return unchanged;
    }

    /** Whether one of the two is who is signed in. */
    public static boolean isOwn(Patron kept, Patron merged, String username) {
        return isOf(kept, username) || isOf(merged, username);
    }

    /** Both notes, cut where a note ends. */
    public static String note(String kept, String merged) {
        if (merged.isEmpty() || kept.contains(merged)) return kept;
        var both = kept.isEmpty() ? merged : kept + "\n" + merged;
        return both.length() > Patron.MAX_NOTE ? both.substring(0, Patron.MAX_NOTE) : both;
    }
}
