package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.carrel.catalog.Authority;
import org.carrel.catalog.Authority.Sense;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.OtherForm;
import org.carrel.catalog.OtherForm.Use;
import org.carrel.catalog.rules.AuthorityMapping.Read;
import org.carrel.catalog.rules.HeadingFlip.Target;
import org.carrel.catalog.rules.RecordHeadings.Heading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a heading is compared by, what an authority says of it, and what flipping it does to a record. */
class HeadingFlipTest {
    private static final String LEADER = "00000nz  a2200000n  4500";
    private static final String SUBJECT_008 = "010724i| anannbabn          |a ana      ";
    private static final String NAME_008 = "800718n| acannaab|          |a aaa |||  ";

    private static MarcRecord authority(String number, String fixed, String... fields) {
        var record = Marc.record(LEADER, fixed, fields);
        var all = new ArrayList<MarcField>();
        all.add(new ControlField("001", number));
        all.add(new ControlField("003", "DLC"));
        all.addAll(record.fields());
        return new MarcRecord(LEADER, all);
    }

    private static Target target(String fixed, String... fields) {
        var usable = (Read.Usable) AuthorityMapping.of(authority("sh 85001932 ", fixed, fields));
        return new Target(usable.authority(), usable.heading());
    }

    private static final Target AFRICAN_AMERICANS =
            target(SUBJECT_008, "150 ## $aAfrican Americans", "450 ## $wnne$aAfro-Americans", "550 ## $wg$aAfricans");

    private static Heading heading(String field) {
        return RecordHeadings.of(Marc.book(field)).getFirst();
    }

    private static long key(String field) {
        return heading(field).mainKey();
    }

    private static List<MarcField> flipped(String from, Target target, String... fields) {
        var record = Marc.book(fields);
        var heading = heading(from);
        return HeadingFlip.of(record, heading.wholeKey(), heading.thesaurus(), target).fields().stream()
                .filter(field -> !field.tag().equals("008"))
                .toList();
    }

    private static List<MarcField> fields(String... fields) {
        return Stream.of(fields).map(Marc::field).toList();
    }

    @Test
    void anAuthorityIsItsHeadingWithWhatLeadsToIt() {
        var authority = AFRICAN_AMERICANS.authority();
        assertThat(authority.kind()).isEqualTo(AuthorityKind.TOPIC);
        assertThat(authority.thesaurus()).isEqualTo("lcsh");
        assertThat(authority.number()).isEqualTo("sh 85001932");
        assertThat(authority.heading()).isEqualTo("African Americans");
        assertThat(authority.key()).isEqualTo(key("650 #0 $aAfrican Americans."));
        assertThat(authority.references()).hasSize(2);
        assertThat(authority.references().getFirst().sense()).isEqualTo(Sense.SEE);
        assertThat(authority.references().getFirst().key()).isEqualTo(key("650 #0 $aAfro-Americans"));
        assertThat(authority.references().getLast().sense()).isEqualTo(Sense.ALSO);
        assertThat(authority.references().getLast().relation()).isEqualTo('g');
    }

    @Test
    void aNameIsShownWithoutItsDates() {
        var twain = target(
                        NAME_008, "100 1# $aTwain, Mark,$d1835-1910", "400 1# $aClemens, Samuel Langhorne,$d1835-1910")
                .authority();
        assertThat(twain.heading()).isEqualTo("Twain, Mark, 1835-1910");
        assertThat(twain.shown()).isEqualTo("Twain, Mark");
        assertThat(twain.thesaurus()).isEqualTo("naf");
    }

    @ParameterizedTest
    @CsvSource({"a, lcsh", "b, lcac", "s, sears", "z, bidex", "|, lcsh"})
    void theListIsSaidByThe008AndByThe040(char code, String list) {
        var fixed = SUBJECT_008.substring(0, 11) + code + SUBJECT_008.substring(12);
        var usable = (Read.Usable) AuthorityMapping.of(authority("1", fixed, "150 ## $aDogs", "040 ## $aX$fbidex"));
        assertThat(usable.authority().thesaurus()).isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({"a, NOT_AN_AUTHORITY", "d, AUTHORITY_DELETED"})
    void whatIsNoAuthorityOrNoMoreIsNotTaken(char sign, AuthorityProblem why) {
        var leader = sign == 'a' ? "00000nam a2200000n  4500" : "00000dz  a2200000n  4500";
        var record = new MarcRecord(
                leader, authority("1", SUBJECT_008, "150 ## $aDogs").fields());
        assertThat(AuthorityMapping.of(record)).isInstanceOfSatisfying(Read.Unusable.class, unusable -> assertThat(
                        unusable.why().problem())
                .isEqualTo(why));
    }

    @Test
    void subdivisionsReferencesAndWhatHasNoNumberOrHeadingAreNotTaken() {
        var subdivision = authority("1", "000411i| dnannbaba          |a ana      ", "180 ## $xInventory control");
        var numberless = authority(" ", SUBJECT_008, "150 ## $aDogs");
        var headless = authority("1", SUBJECT_008, "450 ## $aDogs");
        var wordless = authority("1", SUBJECT_008, "150 ## $a...");
        var other = authority("1", SUBJECT_008, "162 ## $aOboe");
        assertThat(Stream.of(subdivision, numberless, headless, wordless, other)
                        .map(AuthorityMapping::of)
                        .map(read -> ((Read.Unusable) read).why().problem()))
                .containsExactly(
                        AuthorityProblem.AUTHORITY_NOT_ESTABLISHED,
                        AuthorityProblem.AUTHORITY_WITHOUT_NUMBER,
                        AuthorityProblem.AUTHORITY_WITHOUT_HEADING,
                        AuthorityProblem.AUTHORITY_WITHOUT_HEADING,
                        AuthorityProblem.AUTHORITY_OF_OTHER_KIND);
    }

    @Test
    void caseAccentsAndPunctuationDoNotTellHeadingsApartButKindAndFirstCommaDo() {
        assertThat(key("650 #0 $aNiños.")).isEqualTo(key("650 #4 $aNINOS"));
        assertThat(key("100 1# $aTwain, Mark,$d1835-1910,$eauthor."))
                .isEqualTo(key("600 10 $aTwain, Mark,$d1835-1910$xHumor."));
        assertThat(key("100 1# $aLi, Wei")).isNotEqualTo(key("100 1# $aLi Wei"));
        assertThat(key("650 #0 $aParis")).isNotEqualTo(key("651 #0 $aParis"));
        assertThat(key("700 1# $aTwain, Mark.$tTom Sawyer")).isNotEqualTo(key("700 1# $aTwain, Mark"));
        assertThat(key("830 #0 $aMagic tree house ;$v7")).isEqualTo(key("830 #0 $aMagic tree house"));
    }

    @Property
    void aHeadingIsComparedWithoutItsEndAndItsCase(
            @ForAll @AlphaChars @StringLength(min = 2, max = 12) String one,
            @ForAll @AlphaChars @StringLength(min = 2, max = 12) String two) {
        assertThat(key("650 #0 $a" + one + " " + two))
                .isEqualTo(key("650 #0 $a" + one.toUpperCase(Locale.ROOT) + "  " + two + "."));
    }

    @Test
    void subdivisionsThatStandBehindTheHeadingStay() {
        assertThat(flipped(
                        "650 #0 $aAfro-Americans",
                        AFRICAN_AMERICANS,
                        "650 #0 $aAfro-Americans$xHistory$vJuvenile fiction.",
                        "650 #0 $aDogs."))
                .isEqualTo(fields(
                        "650 #0 $aAfrican Americans$xHistory$vJuvenile fiction.$0(DLC)sh 85001932", "650 #0 $aDogs."));
    }

    @Test
    void aHeadingWithItsSubdivisionCanBeMeantAsAWhole() {
        var target = target(SUBJECT_008, "150 ## $aCivil rights movements");
        assertThat(flipped(
                        "650 #0 $aAfro-Americans$xCivil rights",
                        target,
                        "650 #0 $aAfro-Americans$xCivil rights.",
                        "650 #0 $aAfro-Americans$xHistory."))
                .isEqualTo(fields(
                        "650 #0 $aCivil rights movements.$0(DLC)sh 85001932", "650 #0 $aAfro-Americans$xHistory."));
    }

    @Test
    void onlyHeadingsOfTheListThatIsMeantAreFlipped() {
        assertThat(flipped(
                        "650 #0 $aAfro-Americans",
                        AFRICAN_AMERICANS,
                        "650 #0 $aAfro-Americans.",
                        "650 #7 $aAfro-Americans.$2sears"))
                .isEqualTo(fields("650 #0 $aAfrican Americans.$0(DLC)sh 85001932", "650 #7 $aAfro-Americans.$2sears"));
    }

    @Test
    void theListFollowsTheAuthorityUnlessItSpeaksForBoth() {
        assertThat(flipped("650 #1 $aAfro-Americans", AFRICAN_AMERICANS, "650 #1 $aAfro-Americans"))
                .isEqualTo(fields("650 #1 $aAfrican Americans$0(DLC)sh 85001932"));
        assertThat(flipped("650 #7 $aNegros$2bidex", AFRICAN_AMERICANS, "650 #7 $aNegros$2bidex$0x"))
                .isEqualTo(fields("650 #0 $aAfrican Americans$0(DLC)sh 85001932"));
        var spanish = target(
                "010724i| anznnbabn          |a ana      ", "040 ## $fbidex", "150 ## $aPerros", "450 ## $aCanes");
        assertThat(flipped("650 #0 $aDogs", spanish, "650 #0 $aDogs."))
                .isEqualTo(fields("650 #7 $aPerros.$2bidex$0(DLC)sh 85001932"));
    }

    @Test
    void aNameKeepsWhatItDidAndTheCommaBeforeIt() {
        var twain = target(NAME_008, "100 1# $aTwain, Mark,$d1835-1910");
        assertThat(flipped(
                        "100 1# $aClemens, Samuel",
                        twain,
                        "100 1# $aClemens, Samuel,$eauthor.",
                        "245 10 $aTom Sawyer",
                        "600 10 $aClemens, Samuel$xHumor.",
                        "700 1# $3Letters:$aClemens, Samuel.$4aut"))
                .isEqualTo(fields(
                        "100 1# $aTwain, Mark,$d1835-1910,$eauthor.$0(DLC)sh 85001932",
                        "245 10 $aTom Sawyer",
                        "600 10 $aTwain, Mark,$d1835-1910$xHumor.$0(DLC)sh 85001932",
                        "700 1# $3Letters:$aTwain, Mark,$d1835-1910.$4aut$0(DLC)sh 85001932"));
    }

    @Test
    void aSeriesKeepsItsVolume() {
        var series = target("800718n| acannaab|          |a aaa |||  ", "130 #4 $aThe magic tree house");
        assertThat(flipped("830 #0 $aTree house", series, "830 #0 $aTree house ;$v7"))
                .isEqualTo(fields("830 #4 $aThe magic tree house$v7$0(DLC)sh 85001932"));
    }

    @Test
    void theTagFollowsTheKind() {
        var place = target(SUBJECT_008, "151 ## $aMexico");
        assertThat(flipped("650 #0 $aMéjico", place, "650 #0 $aMéjico$xHistory."))
                .isEqualTo(fields("651 #0 $aMexico$xHistory.$0(DLC)sh 85001932"));
        // A topic is no main or added entry: nothing is done.
        assertThat(flipped("700 1# $aSanta Claus", place, "700 1# $aSanta Claus"))
                .isEqualTo(fields("700 1# $aSanta Claus"));
    }

    @Test
    void aRecordThatHasTheNewHeadingAlreadySaysItOnce() {
        assertThat(flipped(
                        "650 #0 $aAfro-Americans",
                        AFRICAN_AMERICANS,
                        "650 #0 $aAfrican Americans",
                        "650 #0 $aAfro-Americans.",
                        "650 #0 $aAfro-Americans"))
                .isEqualTo(fields("650 #0 $aAfrican Americans"));
    }

    @Test
    void flippingTwiceIsFlippingOnceAndTheSameHeadingStays() {
        var once = HeadingFlip.of(
                Marc.book("650 #0 $aAfro-Americans."), key("650 #0 $aAfro-Americans"), "lcsh", AFRICAN_AMERICANS);
        var again = HeadingFlip.of(once, key("650 #0 $aAfrican Americans"), "lcsh", AFRICAN_AMERICANS);
        assertThat(again).isEqualTo(once);
        assertThat(HeadingFlip.of(
                                Marc.book("650 #0 $aAFRICAN AMERICANS"),
                                key("650 #0 $aAfrican Americans"),
                                "lcsh",
                                AFRICAN_AMERICANS)
                        .data("650"))
                .containsExactly(Marc.data("650 #0 $aAfrican Americans$0(DLC)sh 85001932"));
    }

    @Property
    void whatIsNotMeantIsNeverTouched(
            @ForAll @Size(max = 6) List<@AlphaChars @StringLength(min = 3, max = 8) String> others) {
        var lines =
                others.stream().map(text -> "650 #0 $aQ" + text + "$xHistory.").toList();
        var record = Marc.book(lines.toArray(String[]::new));
        assertThat(HeadingFlip.of(record, key("650 #0 $aAfro-Americans"), "lcsh", AFRICAN_AMERICANS))
                .isSameAs(record);
        var mixed = Marc.book(Stream.concat(lines.stream(), Stream.of("650 #0 $aAfro-Americans"))
                .toArray(String[]::new));
        var flipped = HeadingFlip.of(mixed, key("650 #0 $aAfro-Americans"), "lcsh", AFRICAN_AMERICANS);
        assertThat(flipped.fields().subList(0, others.size() + 1))
                .isEqualTo(mixed.fields().subList(0, others.size() + 1));
    }

    @Test
    void aRecordIsLookedForByEveryFormOfItsHeadings() {
        var authority = AFRICAN_AMERICANS.authority();
        var led = Map.of(authority.key(), List.of(authority), key("650 #0 $aAfro-Americans"), List.of(authority));
        assertThat(OtherForms.of(RecordHeadings.of(Marc.book("650 #0 $aAfrican Americans$xHistory")), led))
                .containsExactly(new OtherForm(Use.SUBJECT, "Afro-Americans", "African Americans"));
        assertThat(OtherForms.of(RecordHeadings.of(Marc.book("650 #1 $aAfro-Americans")), led))
                .containsExactly(
                        new OtherForm(Use.SUBJECT, "African Americans", "African Americans"),
                        new OtherForm(Use.SUBJECT, "Afro-Americans", "African Americans"));
        assertThat(OtherForms.of(RecordHeadings.of(Marc.book("650 #7 $aAfro-Americans$2sears")), led))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyReasonHasItsSentence(String language) {
        var bundle = ResourceBundle.getBundle("org.carrel.catalog.rules.authorities", Locale.of(language));
        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(AuthorityProblem.values())
                        .map(problem -> "problem." + problem.name())
                        .toList());
        for (var key : bundle.keySet())
            assertThat(new MessageFormat(bundle.getString(key)).format(new Object[] {"PLACE", "DETAIL"}))
                    .contains("PLACE")
                    .doesNotContain("{");
    }

    @Test
    void headingsOfTheLibraryOfCongressAreUnderstood() throws Exception {
        var names = SampleFiles.xml(SampleFiles.file("loc-name-authorities.xml"));
        var subjects = SampleFiles.xml(SampleFiles.file("loc-subject-authorities.xml"));
        assertThat(names.stream().map(AuthorityMapping::of)).hasSize(20).allMatch(Read.Usable.class::isInstance);
        assertThat(subjects.stream().map(AuthorityMapping::of).filter(Read.Unusable.class::isInstance))
                .allSatisfy(read -> assertThat(((Read.Unusable) read).why().problem())
                        .isEqualTo(AuthorityProblem.AUTHORITY_NOT_ESTABLISHED));
        assertThat(subjects.stream()
                        .map(AuthorityMapping::of)
                        .filter(Read.Usable.class::isInstance)
                        .map(read -> ((Read.Usable) read).authority())
                        .map(Authority::heading))
                .contains("Glaucomys", "Buddhism -- Sacred books -- Preservation");
    }
}
