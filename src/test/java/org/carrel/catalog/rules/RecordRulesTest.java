package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.RecordProblem.Severity;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor is told while typing. */
class RecordRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_right_record_has_no_problem() {
        assertThat(problems(
                        "010 ## $a  2013028345",
                        "020 ## $a9780399252518$q(hardcover)",
                        "041 1# $aeng$hspa",
                        "100 1# $aWoodson, Jacqueline,$eauthor.",
                        "245 14 $aThe house /$cby Jacqueline Woodson.",
                        "264 #1 $aNew York :$bPaulsen,$c[2001]",
                        "490 1# $aHouses ;$v2",
                        "505 0# $aOne -- Two.",
                        "650 #7 $aHouses.$2fast",
                        "830 #0 $aHouses ;$v2.",
                        "856 40 $uhttps://example.org/",
                        "952 ## $aanything$ptwice$ptwice"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} at {2}, {3} expected")
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
        # tags
        281 ## $aNo such field;                      TAG_UNDEFINED;        281;      -
        24B ## $aA letter for a digit;               TAG_UNDEFINED;        24B;      -
        24  ## $aToo short;                          TAG_MALFORMED;        '24 ';    -
        # indicators and subfields
        650 #9 $aCats;                               INDICATOR_UNDEFINED;  650 ind2; 0 1 2 3 4 5 6 7
        300 1# $a12 pages;                           INDICATOR_UNDEFINED;  300 ind1; #
        300 ## $a12 pages$jwhat;                     SUBFIELD_UNDEFINED;   300$j;    -
        300 ## $a12 pages$bill.$bmaps;               SUBFIELD_REPEATED;    300$b;    -
        300 ## $a12 pages$Bill.;                     CODE_UNUSUAL;         300$B;    -
        500 ## $a;                                   FIELD_EMPTY;          500;      -
        650 #7 $aCats;                               SOURCE_MISSING;       650$2;    -
        # numbers
        020 ## $a9780399252519 (hardcover);          ISBN_CHECK_DIGIT;     020$a;    8
        020 ## $a0-399-25251-9;                      ISBN_CHECK_DIGIT;     020$a;    7
        020 ## $a12345;                              ISBN_FORM;            020$a;    -
        020 ## $a9780399252518 : $$12.99;            PRICE_IN_ISBN;        020$a;    -
        022 ## $a0027-9359;                          ISSN_CHECK_DIGIT;     022$a;    8
        022 ## $aNational Geographic;                ISSN_FORM;            022$a;    -
        010 ## $a055321215X;                         LCCN_FORM;            010$a;    -
        # languages and links
        041 0# $aengspa;                             LANGUAGES_PACKED;     041$a;    -
        041 0# $aenglish;                            LANGUAGE_UNKNOWN;     041$a;    -
        856 40 $uftp://example.org/;                 ADDRESS_NOT_WEB;      856$u;    -
        246 3# $6880-02$aOther;                      LINK_WITHOUT_PARTNER; 246$6;    880
        880 3# $6246-02/(N$aДругой;                  LINK_WITHOUT_PARTNER; 880$6;    246
        880 3# $6880-02$aДругой;                     LINK_UNREADABLE;      880$6;    -
        # contents and series
        505 00 $aOne -- Two;                         CONTENTS_LEVEL;       505 ind2; #
        505 0# $tOne --$tTwo;                        CONTENTS_LEVEL;       505 ind2; 0
        490 1# $aHouses;                             SERIES_UNTRACED;      490 ind1; 0
        # fixed fields and dates
        005 2024;                                    CHANGED_FORM;         005;      -
        007 vd;                                      FIXED_LENGTH;         007;      9
        007 vx cvaizq;                               FIXED_CODE;           007/01;   -
        264 #1 $aLima :$bOtra,$c1999.;               DATE_DIFFERS;         008/07-10; 1999
        """)
    void one_doubtful_field_is_one_problem(String line, RecordProblemKind kind, String place, String expected) {
        var problems = problems("245 00 $aOtters.", line.strip());
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().kind()).isEqualTo(kind);
        assertThat(problems.getFirst().place().text()).isEqualTo(place);
        if (expected != null) assertThat(problems.getFirst().expected()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        # the article is skipped, with its quotation mark or without
        245 04 $aThe cat.;              ''
        245 05 $aThe "cat".;            ''
        245 04 $aThe "cat".;            ''
        245 00 $aTheory of cats.;       ''
        245 00 $aA is for apple.;       ''
        # it is not
        245 00 $aThe cat.;              ARTICLE_NOT_SKIPPED 4
        245 00 $aA cat.;                ARTICLE_NOT_SKIPPED 2
        245 03 $aThe cat.;              SKIPS_WRONG_NUMBER 4
        245 07 $aThe big cat.;          SKIPS_WRONG_NUMBER 4
        245 09 $aCats.;                 SKIPS_WRONG_NUMBER 0
        # main entry
        245 10 $aCats.;                 TITLE_ENTRY 0
        """)
    void the_indicators_of_the_title(String line, String expected) {
        assertThat(problems(line))
                .extracting(problem -> problem.kind().name() + " " + problem.expected())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void the_article_is_that_of_the_language_of_the_record() {
        var spanish = Marc.BOOK_008.replace("eng", "spa");
        assertThat(RecordRules.check(Marc.record(Marc.BOOK_LEADER, spanish, "245 00 $aLa casa."), TODAY))
                .extracting(RecordProblem::expected)
                .containsExactly("3");
        assertThat(problems("245 00 $aLa casa.")).isEmpty();
    }

    @Test
    void the_second_of_what_is_there_once_is_named_by_its_number() {
        var problems = problems("100 1# $aOne.", "100 1# $aTwo.", "110 2# $aThree.", "245 10 $aOtters.");
        assertThat(problems)
                .extracting(problem -> problem.kind() + " " + problem.place().text())
                .containsExactly("FIELD_REPEATED 100 (2)", "MAIN_ENTRY_REPEATED 110");
        assertThat(problems.getFirst().place().index()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_stored_is_an_error() {
        var record = new MarcRecord(
                Marc.BOOK_LEADER,
                List.of(
                        new ControlField("008", Marc.BOOK_008),
                        new ControlField("300", "no subfields"),
                        new DataField("500", '\u00E9', ' ', List.of(new Subfield('a', "bell \u0007"))),
                        new DataField("5 0", ' ', ' ', List.of(new Subfield('\u0101', "x")))));
        var problems = RecordRules.check(record, TODAY);
        assertThat(problems).allMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(problems)
                .extracting(RecordProblem::kind)
                .containsExactly(
                        RecordProblemKind.TITLE_MISSING,
                        RecordProblemKind.FIELD_OF_OTHER_KIND,
                        RecordProblemKind.INDICATOR_MALFORMED,
                        RecordProblemKind.CONTROL_CHARACTER,
                        RecordProblemKind.TAG_MALFORMED);
        assertThat(RecordRules.checkLeader("00000nam"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.ERROR));
        assertThat(RecordRules.checkLeader(Marc.BOOK_LEADER)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        240801s2031    nyua   c      000 1 eng d, DATE_IN_FUTURE, /07-10
        240801s20 1    nyua   c      000 1 eng d, DATE_FORM,      /07-10
        240801s2001it  nyua   c      000 1 eng d, DATE_FORM,      /11-14
        240801s2001    nyua   c      000 1 eng,   FIXED_LENGTH,   ''
        240801s2001    zzza   c      000 1 eng d, FIXED_CODE,     /15-17
        240801s2001    nyu9   c      000 1 eng d, FIXED_CODE,     /18-21
        240801s2001    nyua   c      000 1 xyz d, FIXED_CODE,     /35-37
        """)
    void the_codes_of_008(String fixed, RecordProblemKind kind, String part) {
        var problems = RecordRules.check(Marc.record(Marc.BOOK_LEADER, fixed, "245 00 $aOtters."), TODAY);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.place().part()).isEqualTo(part);
        });
    }

    @Test
    void a_linked_880_has_its_partner() {
        assertThat(problems(
                        "245 00 $6880-01$aTri medvedi͡a.",
                        "880 00 $6245-01/(N$aТри медведя.",
                        "880 ## $6500-00/(N$aNota."))
                .isEmpty();
    }

    private static List<RecordProblem> problems(String... fields) {
        return RecordRules.check(Marc.book(fields), TODAY);
    }
}
