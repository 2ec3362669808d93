package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.HouseRule.CutterLetters;
import org.carrel.catalog.HouseRule.DeleteSubfield;
import org.carrel.catalog.HouseRule.DropFields;
import org.carrel.catalog.HouseRule.DropJuvenileSubdivisions;
import org.carrel.catalog.HouseRule.DropSubjects;
import org.carrel.catalog.HouseRule.LanguagePrefix;
import org.carrel.catalog.HouseRule.ReplaceCallNumberPrefix;
import org.carrel.catalog.HouseRule.ReplaceText;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {
    @ParameterizedTest(name = "{0} | {1}: {2} to {3} gives {4} | {5}")
    @CsvSource(textBlock = """
            # where vendors put the letter: $h, or $k
            '', F, F, FIC, '', FIC
            F, '', F, FIC, FIC, ''
            # capitals, full stops and brackets are no difference
            '', f., F, FIC, '', FIC
            '', [F], F, FIC, '', FIC
            # a prefix in front of it stays
            SP F, ROW, F, FIC, SP FIC, ROW
            SP, F, F, FIC, SP, FIC
            # the cutter in the same subfield stays
            '', F ROW, F, FIC, '', FIC ROW
            # only whole words
            FIC, '', F, FIC, FIC, ''
            '', FIC, F, FIC, '', FIC
            '', 599.5, F, FIC, '', 599.5
            # F is American history in the Library of Congress classification
            '', F 1234, F, FIC, '', F 1234
            '', F .B7, F, FIC, '', F .B7
            # several words
            EASY READER, '', Easy Reader, ER, ER, ''
            '', '', F, FIC, '', ''
            """)
    void aWordOnTheLabelIsReplaced(String prefix, String group, String from, String to, String prefix2, String group2) {
        var number = new CallNumber(prefix, group, "ROW", "v. 2");
        var rule = new ReplaceCallNumberPrefix(from, to);
        var expected = new CallNumber(prefix2, group2, "ROW", "v. 2");
        assertThat(ruled(rule, number)).isEqualTo(expected);
        assertThat(ruled(rule, expected)).as("done again").isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} with {1} letters is {2}")
    @CsvSource(textBlock = """
            # names
            Rowling, 3, ROW
            row, 3, ROW
            Lee, 5, LEE
            Rowling, 1, R
            # signs are no letters, accents belong to theirs
            O'Brien, 3, OBR
            De la Cruz, 4, DELA
            Núñez, 3, NÚÑ
            Wu, 3, WU
            # a shorter name keeps its signs
            O'D, 3, O'D
            # Cutter numbers keep every sign
            r68h, 3, R68H
            .b7 2001, 3, .B7 2001
            # other alphabets
            толстой, 3, ТОЛ
            '', 3, ''
            """)
    void theCutterIsWrittenInCapitals(String cutter, int letters, String expected) {
        var number = new CallNumber("", "FIC", cutter, "");
        assertThat(ruled(new CutterLetters(letters), number).cutter()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "008 {0}, 041 {1}, label {2} gives {3}")
    @CsvSource(textBlock = """
            spa, '',          FIC,    SP FIC
            SPA, '',          FIC,    SP FIC
            # 041 alone, also several codes in one subfield
            '   ', 1# $aspa,  FIC,    SP FIC
            eng, 1# $aengspa, FIC,    SP FIC
            # $h is what it was translated from
            eng, 1# $aeng$hspa, FIC,  FIC
            eng, '',          FIC,    FIC
            # it stands there already
            spa, '',          SP FIC, SP FIC
            spa, '',          sp. FIC, sp. FIC
            # no call number: a prefix alone is none
            spa, '',          '',     ''
            """)
    void booksInALanguageGetAPrefix(String fixed, String field041, String label, String expected) {
        var fixedField = Marc.BOOK_008.substring(0, 35) + fixed + Marc.BOOK_008.substring(38);
        var record = field041.isEmpty()
                ? Marc.record(Marc.BOOK_LEADER, fixedField, "245 10$aTítulo")
                : Marc.record(Marc.BOOK_LEADER, fixedField, "041 " + field041, "245 10$aTítulo");
        var copy = copy(CallNumberText.split(label));
        var ruled = HouseRules.copy(List.of(new LanguagePrefix("spa", "SP")), record, copy);
        assertThat(ruled.callNumber().text()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} is {0}: {2}")
    @CsvSource(textBlock = """
            # named in $2
            sears, 650 #7$aDogs$2sears, true
            sears, 650 #7$aDogs$2Sears., true
            sears, 655 #7$aFiction$2sears, true
            # OCLC's own indicator
            sears, 650 #8$aDogs, true
            sears, 650 #0$aDogs, false
            sears, 650 #7$aDogs$2fast, false
            # where the indicator means something else
            sears, 653 #8$aDogs, false
            sears, 690 #7$aDogs$2sears, true
            sears, 656 #7$aTeachers$2sears, true
            # thesauri with an indicator of their own
            lcsh, 650 #0$aDogs, true
            lcshac, 650 #1$aDogs, true
            lcsh, 650 #1$aDogs, false
            lcsh, 653 #0$aDogs, false
            mesh, 650 12$aDogs, true
            bisacsh, 650 #7$aDogs$2bisacsh, true
            # no subject
            sears, 700 #8$aDogs, false
            sears, 245 #8$aDogs, false
            # the same heading in another script
            sears, 880 #8$6650-01$aсобаки, true
            sears, 880 #8$6245-01$aсобаки, false
            """)
    void subjectHeadingsOfOneThesaurusGo(String source, String field, boolean goes) {
        var ruled = apply(new DropSubjects(source), "245 10$aTitle", field);
        assertThat(ruled.fields()).hasSize(goes ? 1 : 2);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the full stop stays at the end
            650 #0$aDogs$vJuvenile fiction.                      | 650 #0$aDogs.
            650 #0$aDogs$vJuvenile fiction                       | 650 #0$aDogs
            650 #7$aDogs$xJuvenile literature.$2fast             | 650 #7$aDogs.$2fast
            650 #0$aDogs$zUnited States$vJuvenile literature.    | 650 #0$aDogs$zUnited States.
            600 10$aLincoln, A.$vjuvenile literature.            | 600 10$aLincoln, A.
            880 #0$6650-01$aсобаки$vJuvenile fiction.            | 880 #0$6650-01$aсобаки.
            # no subdivision, or none that begins so
            650 #0$aJuvenile delinquents.                        | 650 #0$aJuvenile delinquents.
            650 #0$aDogs$vFiction.                               | 650 #0$aDogs$vFiction.
            650 #0$aDogs$yJuvenile age                           | 650 #0$aDogs$yJuvenile age
            # no subject
            490 0#$aDogs$vJuvenile 3                             | 490 0#$aDogs$vJuvenile 3
            """)
    void juvenileSubdivisionsGo(String field, String expected) {
        assertThat(apply(new DropJuvenileSubdivisions(), "245 10$aTitle", field).fields())
                .last()
                .isEqualTo(Marc.field(expected));
    }

    @Test
    void aHeadingThatIsThereAlreadyIsNotDoubledByLosingItsSubdivision() {
        var ruled = apply(
                new DropJuvenileSubdivisions(),
                "650 #0$aDogs.",
                "650 #0$aDogs$vJuvenile fiction.",
                "650 #0$aDogs$vJuvenile literature.",
                "650 #0$aCats$vJuvenile fiction.");
        assertThat(ruled.data("650")).containsExactly(Marc.data("650 #0$aDogs."), Marc.data("650 #0$aCats."));
    }

    @ParameterizedTest(name = "{0} drops {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # one tag, a decade, a hundred
            590 | 590
            59X | 590,599
            5xX | 500,590,599
            9XX | 949,9AB
            # the control number and its owner never go, nor does the title
            00X | 008
            001 | ''
            003 | ''
            245 | ''
            2XX | 264
            XXX | 008,264,500,590,599,949,9AB
            # no tag at all
            ''  | ''
            5   | ''
            """)
    void fieldsAreDropped(String tags, String dropped) {
        var lines = List.of(
                "001 a1",
                "003 VENDOR",
                "008 x",
                "245 10$aT",
                "264 #1$aP",
                "500 ##$aA",
                "590 ##$aB",
                "599 ##$aC",
                "949 ##$aD",
                "9AB ##$aE");
        var ruled = apply(new DropFields(tags), lines.toArray(String[]::new));
        var gone = dropped.isEmpty() ? List.<String>of() : List.of(dropped.split(","));
        assertThat(ruled.fields().stream().map(MarcField::tag))
                .isEqualTo(lines.stream()
                        .map(line -> line.substring(0, 3))
                        .filter(tag -> !gone.contains(tag))
                        .toList());
    }

    @ParameterizedTest(name = "{0} ${1}: {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # every one of the field
            856 | 3 | 856 40$3Cover$uhttps://a$3Again | 856 40$uhttps://a
            6XX | 0 | 650 #0$aDogs$0(x)1              | 650 #0$aDogs
            # the dollar sign may be typed too
            650 | $0 | 650 #0$aDogs$0(x)1             | 650 #0$aDogs
            # another field, another code
            856 | 3 | 650 #0$3Cover                   | 650 #0$3Cover
            856 | z | 856 40$uhttps://a               | 856 40$uhttps://a
            # the title stays, whatever the rule says
            245 | a | 245 10$aTitle                   | 245 10$aTitle
            245 | c | 245 10$aTitle$cWho              | 245 10$aTitle
            """)
    void aSubfieldIsDeleted(String tags, String code, String field, String expected) {
        assertThat(apply(new DeleteSubfield(tags, code), field).fields()).containsExactly(Marc.field(expected));
    }

    @Test
    void aFieldThatLosesItsLastSubfieldIsGone() {
        assertThat(apply(new DeleteSubfield("500", "a"), "500 ##$aOnly", "500 ##$aA$5X")
                        .fields())
                .containsExactly(Marc.field("500 ##$5X"));
    }

    @ParameterizedTest(name = "{0} ${1}, {2} to {3}: {4} is {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # plain text, each time it occurs
            521 | a | RL  | Reading level | 521 ##$aRL 3, RL 4   | 521 ##$aReading level 3, Reading level 4
            # signs of patterns are text
            500 | a | (.*) | x            | 500 ##$aA (.*) $$1   | 500 ##$aA x $$1
            500 | a | A   | $$1           | 500 ##$aA            | 500 ##$a$$$$1
            # capitals count
            521 | a | rl  | x             | 521 ##$aRL 3         | 521 ##$aRL 3
            # what is left empty goes
            500 | a | A   | ''            | 500 ##$aA$bB         | 500 ##$bB
            # but not the title
            245 | a | Title | ''          | 245 10$aTitle        | 245 10$aTitle
            # no control field
            00X | a | a   | b             | 001 aaa              | 001 aaa
            """)
    void textIsReplaced(String tags, String code, String find, String to, String field, String expected) {
        assertThat(apply(new ReplaceText(tags, code, find, to), field).fields()).containsExactly(Marc.field(expected));
    }

    @Test
    void rulesGoInTheirOrder() {
        var first = new ReplaceText("500", "a", "A", "B");
        var second = new ReplaceText("500", "a", "B", "C");
        assertThat(HouseRules.record(List.of(first, second), Marc.book("500 ##$aA"))
                        .data("500"))
                .containsExactly(Marc.data("500 ##$aC"));
        assertThat(HouseRules.record(List.of(second, first), Marc.book("500 ##$aA"))
                        .data("500"))
                .containsExactly(Marc.data("500 ##$aB"));
    }

    @Test
    void aDroppedFieldStillStatesItsCopies() {
        List<HouseRule> rules = List.of(new DropFields("9XX"), new DeleteSubfield("949", "o"), new DropFields("852"));
        var source = HouseRules.forCopies(rules, Marc.book("852 ##$hFIC$p1", "949 ##$aFIC ROW$i2$oNote"));
        assertThat(CopyMapping.copies(source, CopyPreset.K12_852)).hasSize(1);
        assertThat(CopyMapping.copies(source, CopyPreset.LOCAL_949))
                .singleElement()
                .satisfies(copy -> assertThat(copy.notes()).isEmpty());
    }

    private static MarcRecord apply(HouseRule rule, String... fields) {
        var all = Arrays.stream(fields).map(Marc::field).toList();
        return HouseRules.record(rule, new MarcRecord(Marc.BOOK_LEADER, all));
    }

    private static CallNumber ruled(HouseRule rule, CallNumber number) {
        return HouseRules.copy(rule, Marc.book("245 10$aTitle"), copy(number)).callNumber();
    }

    private static CopyStatement copy(CallNumber number) {
        var record = Marc.book("852 ##$p1");
        return CopyMapping.copies(record, CopyPreset.K12_852).getFirst().withCallNumber(number);
    }
}
