package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.catalog.rules.Marc.book;
import static org.carrel.catalog.rules.Marc.record;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkRulesTest {
    private static final String WHITE = "100 1#$aWhite, E. B.$q(Elwyn Brooks),$d1899-1985.";
    private static final String WEB = WorkRules.key(book(WHITE, "245 10$aCharlotte's web /$cby E.B. White."));

    @ParameterizedTest(name = "one work with Charlotte''s web: {0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            # how the name is written
            100 1#$aWhite, E.B.            ; 245 10$aCharlotte's Web.                                       ; 500 ##$aNone
            100 0#$aE. B. White            ; 245 10$aCharlotte’s web                                        ; 500 ##$aNone
            # what a publisher adds
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web :$ba novel /$cE. B. White              ; 500 ##$aNone
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web :$b50th anniversary edition.           ; 500 ##$aNone
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web (large print)                          ; 500 ##$aNone
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web : a story for children                 ; 500 ##$aNone
            # translations that say of what
            100 1#$aWhite, E. B.           ; 245 13$aLa telaraña de Carlota                  ; 240 10$aCharlotte's web.$lSpanish
            100 1#$aWhite, E. B.           ; 245 13$aLa telaraña de Carlota                  ; 240 10$a[Charlotte's web. Spanish]
            100 1#$aWhite, E. B.           ; 245 13$aLa telaraña de Carlota                  ; 765 0#$tCharlotte's web
            100 1#$aWhite, E. B.           ; 245 13$aLa telaraña de Carlota                  ; 500 ##$aTranslation of: Charlotte's web.
            100 1#$aWhite, E. B.           ; 245 13$aLa telaraña de Carlota                  ; 500 ##$aTítulo original: Charlotte's web
            """)
    void theSame(String author, String title, String other) {
        assertThat(WorkRules.key(book(author, title, other))).isNotEmpty().isEqualTo(WEB);
    }

    @ParameterizedTest(name = "not Charlotte''s web: {0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            # another book of hers, and another book of that name
            100 1#$aWhite, E. B.           ; 245 10$aStuart Little                            ; 500 ##$aNone
            100 1#$aHughes, Ted            ; 245 10$aCharlotte's web                          ; 500 ##$aNone
            # a subtitle that tells something
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web :$bthe making of a book  ; 500 ##$aNone
            # a part of it
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web.$nBook 2                 ; 500 ##$aNone
            100 1#$aWhite, E. B.           ; 245 10$aCharlotte's web.$pTeacher's guide        ; 500 ##$aNone
            # a translation that does not say of what
            100 1#$aWhite, E. B.           ; 245 13$aLa telaraña de Carlota                   ; 500 ##$aNone
            """)
    void another(String author, String title, String other) {
        assertThat(WorkRules.key(book(author, title, other))).isNotEqualTo(WEB);
    }

    @Test
    void printAudioAndLargePrintAreOneWorkAFilmIsNot() {
        var audio = record(
                "00000nim a2200000 i 4500", "", WHITE, "245 10$aCharlotte's web$h[sound recording] /$cby E.B. White.");
        var large = book(WHITE, "245 10$aCharlotte's web$h[large print] /$cby E.B. White.");
        var film = record("00000ngm a2200000 i 4500", "", WHITE, "245 10$aCharlotte's web$h[videorecording].");
        assertThat(List.of(WorkRules.key(audio), WorkRules.key(large))).containsOnly(WEB);
        assertThat(WorkRules.key(film)).isNotEmpty().isNotEqualTo(WEB);
    }

    @Test
    void volumesOfASeriesStayApartByPartAndBySubtitle() {
        var pilkey = "100 1#$aPilkey, Dav";
        assertThat(List.of(
                        WorkRules.key(book(pilkey, "245 10$aDog Man")),
                        WorkRules.key(book(pilkey, "245 10$aDog Man :$bunleashed")),
                        WorkRules.key(book(pilkey, "245 10$aDog Man :$ba tale of two kitties")),
                        WorkRules.key(book(pilkey, "245 10$aDog Man.$nVol. 1")),
                        WorkRules.key(book(pilkey, "245 10$aDog Man.$nVol. 2"))))
                .doesNotHaveDuplicates();
        assertThat(WorkRules.key(book(pilkey, "245 10$aDog Man.$nBook one,$pUnleashed")))
                .isEqualTo(WorkRules.key(book(pilkey, "245 10$aDog Man.$nVol. 1,$punleashed.")));
    }

    @Test
    void withoutAnAuthorOnlyAUniformTitleOfItsOwnTells() {
        assertThat(WorkRules.key(book("245 10$aPoems"))).isEmpty();
        assertThat(WorkRules.key(book("245 00$aHoles"))).isEmpty();
        assertThat(WorkRules.key(book("240 10$aHoles.", "245 00$aHoyos"))).isEmpty();
        assertThat(WorkRules.key(book("130 0#$aArabian nights.$lEnglish.", "245 14$aThe thousand and one nights")))
                .isNotEmpty()
                .isEqualTo(WorkRules.key(book("130 0#$aArabian nights.$lSpanish", "245 13$aLas mil y una noches")));
        assertThat(WorkRules.key(book("130 0#$aArabian nights.$kSelections.", "245 10$aAladdin")))
                .isEmpty();
        assertThat(WorkRules.key(book("130 0#$aPoems", "245 10$aVerses"))).isEmpty();
    }

    @Test
    void aCollectiveTitleOfOnePersonGivesWayToTheTitleOfTheBook() {
        var poe = "100 1#$aPoe, Edgar Allan";
        var tales = WorkRules.key(book(poe, "240 10$aShort stories.$kSelections", "245 10$aTales of terror"));
        assertThat(tales)
                .isNotEmpty()
                .isEqualTo(WorkRules.key(book(poe, "240 10$aShort stories", "245 10$aTales of terror")))
                .isNotEqualTo(WorkRules.key(book(poe, "240 10$aShort stories", "245 10$aThe gold bug")));
    }

    @Test
    void articlesDoNotCount() {
        var one = WorkRules.key(book("100 1#$aDiCamillo, Kate", "245 14$aThe tale of Despereaux"));
        assertThat(WorkRules.key(book("100 1#$aDiCamillo, Kate", "245 10$aThe tale of Despereaux")))
                .isEqualTo(one);
        assertThat(WorkRules.key(
                        book("100 1#$aDiCamillo, Kate", "240 10$aTale of Despereaux.$lSpanish", "245 10$aDespereaux")))
                .isEqualTo(one);
    }

    @Test
    void magazinesMapsAndTheLikeHaveNoEditions() {
        assertThat(WorkRules.key(record("00000nas a2200000 i 4500", "", "130 0#$aRanger Rick", "245 00$aRanger Rick")))
                .isEmpty();
        assertThat(WorkRules.key(record("00000nem a2200000 i 4500", "", "100 1#$aHome", "245 10$aWorld")))
                .isEmpty();
    }

    /** Whatever stands in the fields. */
    @Property(tries = 300)
    void neverFails(@ForAll String title, @ForAll String name, @ForAll char indicator) {
        var fields = new ArrayList<MarcField>();
        fields.add(new ControlField("008", title));
        for (var tag : List.of("100", "130", "240", "245", "500", "765"))
            fields.add(new DataField(
                    tag,
                    indicator,
                    indicator,
                    List.of(
                            new Subfield('a', tag.equals("100") ? name : title),
                            new Subfield('b', title),
                            new Subfield('n', name),
                            new Subfield('t', title))));
        var key = WorkRules.key(new MarcRecord(Marc.BOOK_LEADER, fields));
        assertThat(key).doesNotContain("\n");
    }
}
