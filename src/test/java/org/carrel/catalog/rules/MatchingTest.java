package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.rules.MatchDecision.Conflict;
import org.carrel.catalog.rules.MatchDecision.Match;
import org.carrel.catalog.rules.MatchDecision.NoMatch;
import org.carrel.catalog.rules.MatchDecision.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private static final String BY = "100 1# $aTester, Nora.";

    /** Fields of two records are separated by {@code ~}; the main entry, year and language are the same. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # 003 and 001, title agrees
            001 a1~003 X~245 10 $aDogs          | 001 a1~003 X~245 10 $aDogs /       | CONTROL_NUMBER
            # the same number of the same agency on another book
            001 a1~003 X~245 10 $aFirst dog     | 001 a1~003 X~245 10 $aSecond cat   | TITLE_DIFFERS
            001 dup1~245 10 $aFirst dog book    | 001 dup1~245 10 $aSecond cat book  | TITLE_DIFFERS
            # another agency's number
            001 a1~003 X~245 10 $aFirst dog     | 001 a1~003 Y~245 10 $aSecond cat   | NONE
            # 003 missing on one side: only with the title
            001 a1~003 X~245 10 $aDogs          | 001 a1~245 10 $aDogs               | CONTROL_NUMBER
            001 a1~003 X~245 10 $aFirst dog     | 001 a1~245 10 $aSecond cat         | NONE
            # LCCN and OCLC with an agreeing title
            010 ## $a   96023702~245 10 $aDogs  | 010 ## $a96-23702~245 10 $aDogs    | LCCN
            010 ## $a96023702~245 10 $aDogs     | 010 ## $a96-23702~245 10 $aCats    | NONE
            035 ## $a(OCoLC)ocm00001~245 00 $aDogs :$bA | 035 ## $a(OCoLC)1~245 00 $aDogs :$bB | OCLC
            # ISBN in ten and thirteen digits
            020 ## $a0439708184~245 10 $aTwice  | 020 ## $a9780439708180 (pbk.)~245 10 $aTwice | ISBN
            # a set or reused ISBN
            020 ## $a0439708184~245 10 $aDogs   | 020 ## $a0439708184~245 10 $aCats  | TITLE_DIFFERS
            020 ## $a0439708184~245 10 $aBone.$nVol. 1 | 020 ## $a0439708184~245 10 $aBone.$nVol. 2 | TITLE_DIFFERS
            # cancelled and invalid ISBNs never match
            020 ## $z0439708184~245 10 $aDogs   | 020 ## $a0439708184~245 10 $aCats  | NONE
            020 ## $a043970818X~245 10 $aDogs   | 020 ## $a043970818X~245 10 $aCats  | NONE
            # title likeness under one ISBN
            020 ## $a0439708184~245 10 $aDogs :$ba guide | 020 ## $a0439708184~245 10 $aDOGS! | ISBN
            020 ## $a0439708184~245 14 $aThe dog & the cat | 020 ## $a0439708184~245 10 $aDog and the cat | ISBN
            020 ## $a0439708184~245 10 $aÉlèves | 020 ## $a0439708184~245 10 $aE\u0301le\u0300ves | ISBN
            020 ## $a0439708184~245 10 $aOut from Boneville | 020 ## $a0439708184~245 10 $aBone~246 30 $aOut from Boneville | ISBN
            # another format is another record
            020 ## $a0439708184~245 10 $aDogs   | 020 ## $a0439708184~245 10 $aDogs$h[sound recording] | NONE
            001 a1~003 X~245 10 $aDogs          | 001 a1~003 X~245 10 $aDogs$h[electronic resource] | FORMAT_DIFFERS
            # but a genre is no format
            020 ## $a0439708184~245 10 $aBone   | 020 ## $a0439708184~245 10 $aBone~655 #7 $aGraphic novels. | ISBN
            # no number at all: title, author, year, language
            245 10 $aDogs                       | 245 10 $aDogs.                     | TITLE
            245 10 $aLes élèves                 | 245 10 $aLes e\u0301le\u0300ves    | TITLE
            245 10 $aDogs :$ba guide            | 245 10 $aDogs                      | TITLE
            245 10 $aDogs :$ba guide            | 245 10 $aDogs :$ba story           | NONE
            245 10 $aBone.$nVol. 1              | 245 10 $aBone.$nVol. 2             | NONE
            245 10 $aBone.$nVol. 1              | 245 10 $aBone                      | NONE
            245 10 $aDogs                       | 245 10 $aDogs$h[sound recording]   | NONE
            245 10 $aDogs                       | 245 10 $aDogs~041 0# $aspa         | TITLE
            # both have ISBNs, and none in common: two editions
            020 ## $a0439708184~245 10 $aDogs   | 020 ## $a0590353403~245 10 $aDogs  | NONE
            # an agency that numbers twice means two records
            001 a1~003 X~245 10 $aDogs          | 001 a2~003 X~245 10 $aDogs         | NONE
            001 a1~003 X~245 10 $aDogs          | 001 a2~003 Y~245 10 $aDogs         | TITLE
            010 ## $a96023702~245 10 $aDogs     | 010 ## $a96023703~245 10 $aDogs    | NONE
            035 ## $a(OCoLC)1~245 10 $aDogs     | 035 ## $a(OCoLC)2~245 10 $aDogs    | NONE
            # another publisher's edition
            245 10 $aDogs~260 ## $bKnopf,       | 245 10 $aDogs~260 ## $bSecker,     | NONE
            # only one has an ISBN
            020 ## $a0439708184~245 10 $aDogs   | 245 10 $aDogs                      | TITLE
            # nothing to compare
            500 ## $aNo title                   | 500 ## $aNo title                  | NONE
            """)
    void two_records(String one, String other, String expected) {
        var incoming = map(one, Marc.BOOK_008);
        var known = map(other, Marc.BOOK_008);
        assertThat(name(Matching.decide(incoming, List.of(new Candidate(7, known)))))
                .isEqualTo(expected);
        assertThat(name(Matching.decide(known, List.of(new Candidate(7, incoming)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "008 {0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # a year more or less is the same edition
            240801s2001    nyua   c      000 1 eng d | 240801s2002    nyua   c      000 1 eng d | TITLE
            240801s2001    nyua   c      000 1 eng d | 240801s2003    nyua   c      000 1 eng d | NONE
            # unknown on both sides, on one side
            240801suuuu    nyua   c      000 1 eng d | 240801suuuu    nyua   c      000 1 eng d | TITLE
            240801s2001    nyua   c      000 1 eng d | 240801suuuu    nyua   c      000 1 eng d | NONE
            # a translation may keep the title
            240801s2001    nyua   c      000 1 eng d | 240801s2001    nyua   c      000 1 spa d | NONE
            """)
    void without_numbers_year_and_language_count(String one, String other, String expected) {
        var decision = Matching.decide(
                map("245 10 $aPinocho", one), List.of(new Candidate(1, map("245 10 $aPinocho", other))));
        assertThat(name(decision)).isEqualTo(expected);
    }

    @Test
    void the_same_title_by_somebody_else_is_another_book() {
        var ours = RecordMapping.map(Marc.book("100 1# $aLondon, Jack.", "245 10 $aInto the wild"), 2026);
        var theirs = RecordMapping.map(Marc.book("100 1# $aHunter, Erin.", "245 10 $aInto the wild"), 2026);
        assertThat(Matching.decide(ours, List.of(new Candidate(1, theirs)))).isEqualTo(new NoMatch());
    }

    @Test
    void where_nobody_is_named_the_publisher_counts() {
        var ours = RecordMapping.map(Marc.book("245 00 $aWhales", "260 ## $bDK"), 2026);
        var same = RecordMapping.map(Marc.book("245 00 $aWhales /", "264 #1 $bDK,"), 2026);
        var other = RecordMapping.map(Marc.book("245 00 $aWhales", "260 ## $bScholastic"), 2026);
        assertThat(name(Matching.decide(ours, List.of(new Candidate(1, other), new Candidate(2, same)))))
                .isEqualTo("TITLE");
        assertThat(Matching.decide(ours, List.of(new Candidate(1, other)))).isEqualTo(new NoMatch());
    }

    @Test
    void a_match_outweighs_a_conflict_and_the_surest_match_wins() {
        var incoming = map("001 a1~003 X~020 ## $a0439708184~245 10 $aDogs", Marc.BOOK_008);
        var candidates = List.of(
                new Candidate(1, map("001 a1~003 X~245 10 $aCats", Marc.BOOK_008)),
                new Candidate(2, map("245 10 $aDogs", Marc.BOOK_008)),
                new Candidate(9, map("020 ## $a0439708184~245 10 $aDogs", Marc.BOOK_008)),
                new Candidate(3, map("020 ## $a0439708184~245 10 $aDogs", Marc.BOOK_008)));
        assertThat(Matching.decide(incoming, candidates))
                .isEqualTo(new Match(3, new MatchKey(MatchKey.Kind.ISBN, "9780439708180"), 80));
        assertThat(Matching.decide(incoming, candidates.subList(0, 1)))
                .isEqualTo(new Conflict(1, new MatchKey(MatchKey.Kind.CONTROL_NUMBER, "a1"), Why.TITLE_DIFFERS));
        assertThat(Matching.decide(incoming, List.of())).isEqualTo(new NoMatch());
    }

    @Test
    void keys_find_every_candidate_the_decision_can_match() {
        var full = map(
                "001 a1~003 X~010 ## $a96023702~020 ## $a0439708184~035 ## $a(OCoLC)5~245 14 $aThe dogs :$ba guide",
                Marc.BOOK_008);
        assertThat(MatchKeys.of(full))
                .containsExactly(
                        new MatchKey(MatchKey.Kind.CONTROL_NUMBER, "a1"),
                        new MatchKey(MatchKey.Kind.LCCN, "96023702"),
                        new MatchKey(MatchKey.Kind.ISBN, "9780439708180"),
                        new MatchKey(MatchKey.Kind.OCLC, "5"),
                        new MatchKey(MatchKey.Kind.TITLE, "dogs a guide|tester|BOOK"),
                        new MatchKey(MatchKey.Kind.TITLE, "dogs|tester|BOOK"));
        assertThat(MatchKeys.of(map("245 10 $a" + "long ".repeat(200), Marc.BOOK_008)))
                .allSatisfy(key -> assertThat(key.value()).hasSizeLessThanOrEqualTo(MatchKeys.MAX_LENGTH));
    }

    @Property
    void a_record_with_a_title_matches_itself(@ForAll("records") BibRecord record) {
        assertThat(Matching.decide(record, List.of(new Candidate(1, record)))).isInstanceOf(Match.class);
    }

    @Property
    void matching_is_symmetric(@ForAll("records") BibRecord one, @ForAll("records") BibRecord other) {
        var there = name(Matching.decide(one, List.of(new Candidate(1, other))));
        var back = name(Matching.decide(other, List.of(new Candidate(1, one))));
        assertThat(there).isEqualTo(back);
    }

    @Property
    void every_match_and_conflict_shares_a_key(@ForAll("records") BibRecord one, @ForAll("records") BibRecord other) {
        if (!(Matching.decide(one, List.of(new Candidate(1, other))) instanceof NoMatch)) {
            assertThat(MatchKeys.of(one)).containsAnyElementsOf(MatchKeys.of(other));
        }
    }

    @Property
    void the_order_of_candidates_does_not_matter(
            @ForAll("records") BibRecord incoming,
            @ForAll("recordLists") List<BibRecord> known,
            @ForAll Random random) {
        var candidates = new ArrayList<Candidate>();
        for (var record : known) candidates.add(new Candidate(candidates.size(), record));
        var decision = Matching.decide(incoming, candidates);
        Collections.shuffle(candidates, random);
        assertThat(Matching.decide(incoming, candidates)).isEqualTo(decision);
    }

    @Provide
    Arbitrary<List<BibRecord>> recordLists() {
        return records().list().ofMaxSize(6);
    }

    /** Few values, so that records often share some and differ in others. */
    @Provide
    Arbitrary<BibRecord> records() {
        var numbers = Arbitraries.of(
                "500 ## $ax", "001 a1~003 X", "001 a1", "001 a2~003 X", "010 ## $a96023702", "035 ## $a(OCoLC)5");
        var isbns = Arbitraries.of("500 ## $ax", "020 ## $a0439708184", "020 ## $a0590353403", "020 ## $z0439708184");
        var titles =
                Arbitraries.of("Dogs", "Dogs :$ba guide", "The dogs", "Dogs.$nVol. 1", "Dogs.$nVol. 2", "Cats", "犬");
        var media = Arbitraries.of("", "$h[sound recording]", "$h[electronic resource]");
        var names = Arbitraries.of(BY, "500 ## $ax", "700 1# $aTester, N.");
        var years = Arbitraries.of("2001", "2002", "2003", "uuuu");
        return Combinators.combine(numbers, isbns, titles, media, names, years)
                .as((number, isbn, title, medium, name, year) -> {
                    var fields = number + "~" + isbn + "~245 00 $a" + title + medium + "~" + name;
                    return RecordMapping.map(
                            Marc.record(
                                    Marc.BOOK_LEADER,
                                    "240801s" + year + "    nyua   c      000 1 eng d",
                                    fields.split("~")),
                            2026);
                });
    }

    private static BibRecord map(String fields, String fixed) {
        var all = new ArrayList<>(Arrays.asList(
                fields.replace("\\u0301", "\u0301").replace("\\u0300", "\u0300").split("~")));
        all.add(BY);
        return RecordMapping.map(Marc.record(Marc.BOOK_LEADER, fixed, all.toArray(String[]::new)), 2026);
    }

    private static String name(MatchDecision decision) {
        return switch (decision) {
            case NoMatch none -> "NONE";
            case Match match -> match.key().kind().name();
            case Conflict conflict -> conflict.why().name();
        };
    }
}
