package org.carrel.catalog.rules;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.BibRecord;

/**
 * Finds the title that a record with leader/05 = d asks to delete. Surer than {@link Matching} must be, since a wrong match
 * costs a title: only the control number names one, and an ISBN or a title alone never does.
 */
public final class DeletionMatching {
    private DeletionMatching() {}

    /** Certain for one candidate only: two of one number leave a doubt, whatever else they say. */
    public static DeletionMatch decide(BibRecord request, List<Candidate> candidates) {
        var certain = candidates.stream()
                .filter(candidate -> isCertain(request, candidate.record()))
                .toList();
        var number = request.identifiers().controlNumber();
        if (certain.size() == 1)
            return new DeletionMatch.Certain(certain.getFirst().id(), controlNumber(number));
        var numbered = candidates.stream()
                .filter(candidate -> mayBeSameNumber(request, candidate.record()))
                .findFirst();
        if (numbered.isPresent()) return new DeletionMatch.Unsure(numbered.get().id(), controlNumber(number));
        return switch (Matching.decide(request, candidates)) {
            case MatchDecision.Match match -> new DeletionMatch.Unsure(match.id(), match.key());
            case MatchDecision.Conflict conflict -> new DeletionMatch.Unsure(conflict.id(), conflict.key());
            case MatchDecision.NoMatch none -> new DeletionMatch.None();
        };
    }

    /** Such records are often bare numbers; but what they do say must be right. */
    private static boolean isCertain(BibRecord request, BibRecord known) {
        if (!mayBeSameNumber(request, known)) return false;
        var named = !request.titles().main().isEmpty();
        if (!named) return source(request).isPresent() && source(known).isPresent();
        return TitleLikeness.alike(request, known)
                && MatchKeys.format(request.kind()) == MatchKeys.format(known.kind());
    }

    /** One 001, and no two 003 that tell it apart. */
    private static boolean mayBeSameNumber(BibRecord request, BibRecord known) {
        var number = request.identifiers().controlNumber();
        if (number.isEmpty() || !number.equals(known.identifiers().controlNumber())) return false;
        var theirs = source(known);
        return source(request).isEmpty()
                || theirs.isEmpty()
                || source(request).get().equalsIgnoreCase(theirs.get());
    }

    private static Optional<String> source(BibRecord record) {
        return Optional.of(record.identifiers().source()).filter(source -> !source.isEmpty());
    }

    private static MatchKey controlNumber(String number) {
        return new MatchKey(MatchKey.Kind.CONTROL_NUMBER, number);
    }
}
