package org.carrel.catalog.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.rules.MatchDecision.Conflict;
import org.carrel.catalog.rules.MatchDecision.Match;
import org.carrel.catalog.rules.MatchDecision.NoMatch;
import org.carrel.catalog.rules.MatchDecision.Why;

/**
 * Is an incoming record one we have? A number alone is never believed: ISBNs are reused and shared by sets, control
 * numbers clash, so the title must agree, and another format is another record.
 */
public final class Matching {
    private static final Comparator<Match> SUREST =
            Comparator.comparingInt(Match::score).reversed().thenComparingLong(Match::id);
    private static final Comparator<Conflict> GRAVEST = Comparator.<Conflict>comparingInt(
                    conflict -> conflict.key().score())
            .reversed()
            .thenComparingLong(Conflict::id);

    private Matching() {}

    /** The surest match, else the gravest conflict; the order of the candidates does not matter. */
    public static MatchDecision decide(BibRecord incoming, List<Candidate> candidates) {
        var decisions = candidates.stream()
                .map(candidate -> compare(incoming, candidate))
                .toList();
        var match = decisions.stream()
                .filter(Match.class::isInstance)
                .map(Match.class::cast)
                .min(SUREST);
        if (match.isPresent()) return match.get();
        var conflict = decisions.stream()
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .min(GRAVEST);
        return conflict.isPresent() ? conflict.get() : new NoMatch();
    }

    /** A candidate that shows a reader the same title by the same author in the same format, edition or not; empty for none. */
    public static Optional<Long> twin(BibRecord record, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> looksAlike(record, candidate.record()))
                .map(Candidate::id)
                .findFirst();
    }

    private static boolean looksAlike(BibRecord one, BibRecord other) {
        return MatchKeys.format(one.kind()) == MatchKeys.format(other.kind())
                && TitleLikeness.same(one, other)
                && MatchKeys.surname(one).equals(MatchKeys.surname(other));
    }

    private static MatchDecision compare(BibRecord incoming, Candidate candidate) {
        var known = candidate.record();
        var sameFormat = MatchKeys.format(incoming.kind()) == MatchKeys.format(known.kind());
        var alike = TitleLikeness.alike(incoming, known);
        if (sameFormat && alike) {
            var key = sharedNumber(incoming, known).or(() -> sharedTitle(incoming, known));
            if (key.isPresent())
                return new Match(candidate.id(), key.get(), key.get().score());
        }
        return conflict(incoming, candidate, sameFormat, alike).orElseGet(NoMatch::new);
    }

    /** An edition may exist as book and recording under one ISBN; one control number names one record. */
    private static Optional<MatchDecision> conflict(
            BibRecord incoming, Candidate candidate, boolean sameFormat, boolean alike) {
        var why = alike ? Why.FORMAT_DIFFERS : Why.TITLE_DIFFERS;
        var control = sharedControlNumber(incoming, candidate.record())
                .filter(key -> !(sameFormat && alike) && sameSource(incoming, candidate.record()));
        var isbn = sharedIsbn(incoming, candidate.record()).filter(key -> sameFormat && !alike);
        return control.or(() -> isbn).map(key -> new Conflict(candidate.id(), key, why));
    }

    private static Optional<MatchKey> sharedNumber(BibRecord one, BibRecord other) {
        return sharedControlNumber(one, other)
                .or(() -> shared(
                        MatchKey.Kind.LCCN,
                        one.identifiers().lccn(),
                        other.identifiers().lccn()))
                .or(() -> sharedIsbn(one, other))
                .or(() -> shared(
                        MatchKey.Kind.OCLC,
                        one.identifiers().oclc(),
                        other.identifiers().oclc()));
    }

    /** 001 counts when 003 is the same; where a 003 is missing it counts too, but then only with an agreeing title. */
    private static Optional<MatchKey> sharedControlNumber(BibRecord one, BibRecord other) {
        var key = shared(
                MatchKey.Kind.CONTROL_NUMBER,
                one.identifiers().controlNumber(),
                other.identifiers().controlNumber());
        var sources = List.of(one.identifiers().source(), other.identifiers().source());
        return key.filter(found -> sameSource(one, other) || sources.contains(""));
    }

    private static boolean sameSource(BibRecord one, BibRecord other) {
        return one.identifiers().source().equalsIgnoreCase(other.identifiers().source());
    }

    private static Optional<MatchKey> sharedIsbn(BibRecord one, BibRecord other) {
        return one.identifiers().isbns().stream()
                .filter(other.identifiers().isbns()::contains)
                .sorted()
                .map(isbn -> new MatchKey(MatchKey.Kind.ISBN, isbn))
                .findFirst();
    }

    private static Optional<MatchKey> shared(MatchKey.Kind kind, String one, String other) {
        return one.isEmpty() || !one.equals(other) ? Optional.empty() : Optional.of(new MatchKey(kind, one));
    }

    /** Without a shared number everything must agree, and no number may say that these are two editions. */
    private static Optional<MatchKey> sharedTitle(BibRecord one, BibRecord other) {
        var agrees = TitleLikeness.same(one, other)
                && sameMaker(one, other)
                && closeYears(one.publication().year(), other.publication().year())
                && sameLanguage(one, other)
                && noOtherNumber(one, other);
        if (!agrees) return Optional.empty();
        var theirs = MatchKeys.of(other);
        return MatchKeys.of(one).stream()
                .filter(key -> key.kind() == MatchKey.Kind.TITLE && theirs.contains(key))
                .findFirst();
    }

    /** Where nobody is named, the publisher must be the same: "Whales" is the title of many books. */
    private static boolean sameMaker(BibRecord one, BibRecord other) {
        if (!MatchKeys.surname(one).equals(MatchKeys.surname(other))) return false;
        if (!MatchKeys.surname(one).isEmpty()) return true;
        return TextFolding.fold(one.publication().publisher())
                .equals(TextFolding.fold(other.publication().publisher()));
    }

    private static boolean closeYears(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) return one.equals(other);
        return Math.abs(one.getAsInt() - other.getAsInt()) <= 1;
    }

    private static boolean sameLanguage(BibRecord one, BibRecord other) {
        if (one.languages().isEmpty() || other.languages().isEmpty()) return true;
        return one.languages().getFirst().equals(other.languages().getFirst());
    }

    /** An agency that gave two numbers, or a publisher that is another, has told two editions apart. */
    private static boolean noOtherNumber(BibRecord one, BibRecord other) {
        var ours = one.identifiers();
        var theirs = other.identifiers();
        var oneAgency = !ours.source().isEmpty() && sameSource(one, other);
        return (ours.isbns().isEmpty() || theirs.isbns().isEmpty())
                && !differ(ours.lccn(), theirs.lccn())
                && !differ(ours.oclc(), theirs.oclc())
                && !(oneAgency && differ(ours.controlNumber(), theirs.controlNumber()))
                && !differ(
                        TextFolding.fold(one.publication().publisher()),
                        TextFolding.fold(other.publication().publisher()));
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }
}
