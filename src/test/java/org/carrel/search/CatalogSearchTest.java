package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.SearchPage.FacetCount;
import org.carrel.search.SearchPage.Understood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogSearchTest {
    @TempDir
    static Path directory;

    static SearchedCatalog searched;

    @BeforeAll
    static void index() {
        searched = SearchedCatalog.of(
                directory,
                record(1, "Holes")
                        .by("Sachar, Louis")
                        .copy("30001001", "", "FIC", "SAC")
                        .isbn("9780439708180"),
                record(2, "Black holes in space").by("Simon, Seymour").copy("30001002", "", "523.8", "SIM"),
                record(3, "The digger")
                        .about("Holes -- Fiction")
                        .summary("A boy digs and digs all day.")
                        .copy("1984", "", "E", "DIG"),
                record(4, "It").by("King, Stephen").copy("30001004", "", "FIC", "KIN"),
                record(5, "It's a book").sort("It's a book").by("Smith, Lane").copy("30001005", "", "E", "SMI"),
                record(6, "Dog Man")
                        .by("Pilkey, Dav")
                        .series("Dog Man", 1.0, "#1")
                        .kind(Kind.GRAPHIC_NOVEL)
                        .copy("30001006", "", "GN", "PIL"),
                record(7, "Dog Man unleashed")
                        .by("Pilkey, Dav")
                        .series("Dog Man", 2.0, "2")
                        .kind(Kind.GRAPHIC_NOVEL)
                        .copy("30001007", "", "GN", "PIL"),
                record(8, "To kill a mockingbird")
                        .by("Lee, Harper")
                        .otherIsbn("0446310786")
                        .copy("30001008", "", "FIC", "LEE"),
                record(9, "L'enfant et la rivière")
                        .sort("enfant et la rivière")
                        .by("Bosco, Henri")
                        .in("fre")
                        .copy("30001009", "FR", "FIC", "BOS"),
                record(10, "Nineteen eighty-four")
                        .other("1984")
                        .by("Orwell, George")
                        .lccn("2001012345")
                        .copy("30001010", "", "FIC", "ORW"),
                record(11, "Whales").by("Simon, Seymour").copy("30001011", "", "599.5", "SIM"),
                record(12, "Whales").by("Gibbons, Gail").copy("30001012", "", "599.5", "GIB"),
                record(13, "Bats").by("Gibbons, Gail").copy("30001013", "", "599.4", "GIB"),
                record(14, "Dolphins").by("Simon, Seymour").copy("30001014", "", "599.53", "SIM"),
                record(15, "The C++ programming language")
                        .sort("C++ programming language")
                        .by("Stroustrup, Bjarne"),
                record(16, "東京の歴史").parallel("Tōkyō no rekishi").in("jpn"),
                record(17, "E.T., the extra-terrestrial")
                        .by("Kotzwinkle, William")
                        .copy("30001017", "", "FIC", "KOT"),
                record(18, "Kwaidan").parallel("怪談").award("Newbery Medal, 1985"),
                record(19, "101 Dalmatians").by("Smith, Dodie").copy("30001019", "", "FIC", "SMI"),
                record(20, "שלום").in("heb"),
                record(21, "Mad about Harry").series("Harry Potter", 10.0, "10"),
                record(22, "Magic days").series("Magic tree house", 1.0, "1"),
                record(23, "Ghost town").series("Magic tree house", 10.0, "#10").series("Ready readers", 3.0, "3"));
    }

    @AfterAll
    static void close() {
        searched.close();
    }

    @ParameterizedTest(name = "{0} has {1} first: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            holes                   | Holes                     | exact title before title word and subject
            HOLES!                  | Holes                     | case and punctuation
            sachar holes            | Holes                     | author and title
            it                      | It                        | a title of one common word
            "its a book"            | It's a book               | no apostrophe, quotes typed
            dogman                  | Dog Man                   | joined
            dog-man unleashed       | Dog Man unleashed         | hyphen
            to kill a mocking bird  | To kill a mockingbird     | split
            enfant et la riviere    | L'enfant et la rivière    | elision left out, accents left out
            l’enfant                | L'enfant et la rivière    | curly elision
            1984                    | Nineteen eighty-four      | a title before the same barcode
            whales seymour simon    | Whales                    | title and author
            c++                     | The C++ programming language | signs kept
            東京                     | 東京の歴史                  | two characters
            歴                       | 東京の歴史                  | one character
            tokyo rekishi           | 東京の歴史                  | the romanized title
            怪談                     | Kwaidan                   | the title in the original script
            et                      | E.T., the extra-terrestrial | initialism before the French word
            e.t.                    | E.T., the extra-terrestrial | initialism with dots
            e t                     | E.T., the extra-terrestrial | initialism with a space, though E is a shelf
            101 dalmatians          | 101 Dalmatians            | a number that is no shelf
            101                     | 101 Dalmatians            | a number that could be a shelf
            newbery                 | Kwaidan                   | award
            שלום                    | שלום                      | right to left
            boy digs                | The digger                | words of the summary
            magic tree house        | Magic days                | series in order of volume
            magic tree house 10     | Ghost town                | volume 10 is not volume 1
            mice whales gibbons     | ''                        | all of three words must match
            """)
    void firstHit(String text, String title, String reason) {
        var first = searched.titles(text).stream().findFirst().orElse("");
        assertThat(first).as(reason).isEqualTo(title);
    }

    @ParameterizedTest(name = "{0} is {1} with {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            30001001            | BARCODE     | Holes                             | scanned
            ' 30001001 '        | BARCODE     | Holes                             | spaces around
            9780439708180       | ISBN        | Holes                             | 13 digits
            978-0-439-70818-0   | ISBN        | Holes                             | hyphens
            0439708184          | ISBN        | Holes                             | 10 digits of the same ISBN
            0-446-31078-6       | ISBN        | To kill a mockingbird             | 020 $z
            2001012345          | ISBN        | Nineteen eighty-four              | LCCN
            9780000000002       | ISBN        | ''                                | a right ISBN that is not here
            599.5               | CALL_NUMBER | Whales; Whales; Dolphins          | Dewey, in shelf order
            599.5 sim           | CALL_NUMBER | Whales                            | with a cutter
            599.5 s             | CALL_NUMBER | Whales                            | with the start of a cutter
            gn                  | CALL_NUMBER | Dog Man; Dog Man unleashed        | a shelf by its letters
            fic s               | CALL_NUMBER | Holes; 101 Dalmatians             | fiction from S
            FR FIC              | CALL_NUMBER | L'enfant et la rivière            | prefix
            e                   | WORDS       | E.T., the extra-terrestrial       | one letter is a word
            30009999            | WORDS       | ''                                | no such barcode
            """)
    void routes(String text, Understood as, String titles, String reason) {
        var page = searched.find(text);
        assertThat(page.as()).as(reason).isEqualTo(as);
        assertThat(String.join("; ", searched.titles(text))).as(reason).isEqualTo(titles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "( ) : / \\ ~ ^ *",
                "\"",
                "...",
                "!!!",
                "#",
                "&",
                "&&",
                "||",
                "[* *]",
                "'",
                "''",
                "--",
                "\u200B?",
                "$+-"
            })
    void signsAloneFindNothingAndAreNoError(String text) {
        assertThat(searched.find(text).as()).isEqualTo(Understood.WORDS);
        assertThat(searched.find(text).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u0001", "\uD800", "\uDC00\uD800", "\t\n"})
    void whatIsNoTextIsNoQuestion(String text) {
        assertThat(searched.find(text).as()).isEqualTo(Understood.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(holes",
                "title:holes",
                "holes OR",
                "AND holes",
                "\"holes",
                "holes*",
                "holes\u0000",
                "+holes",
                "\u202Eholes",
                "holes ©"
            })
    void signsAroundAWordDoNotHideIt(String text) {
        assertThat(searched.titles(text.replace("title:", ""))).startsWith("Holes");
    }

    @Test
    void longTextsAndManyWordsAreAnswered() {
        for (var text : List.of(
                "l'a ".repeat(100),
                "x".repeat(5000),
                "holes ".repeat(1000),
                "東京".repeat(200),
                words(1000),
                "😀".repeat(100),
                "a b c d e f g h i j k l m n o p q r s t u v w x y z")) {
            assertThat(searched.find(text).limited()).isFalse();
        }
    }

    private static String words(int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    @Test
    void emptyTextFindsEverythingNewestFirst() {
        var page = searched.find("  ");
        assertThat(page.as()).isEqualTo(Understood.EVERYTHING);
        assertThat(page.hits()).extracting(SearchHit::id).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(page.total()).isEqualTo(23);
    }

    @Test
    void pagesTogetherAreTheWholeAnswerOnce() {
        for (var text : List.of("", "the", "simon", "fic", "dog")) {
            var whole = searched.find(text).hits();
            var ids = new ArrayList<Long>();
            for (var page = 1; page <= 20; page++) {
                searched.find(new SearchRequest(text, page, 2, List.of(), List.of()))
                        .hits()
                        .forEach(hit -> ids.add(hit.id()));
            }
            assertThat(ids)
                    .containsExactlyElementsOf(
                            whole.stream().map(SearchHit::id).limit(40).toList());
        }
    }

    @Test
    void aPageBehindTheLastIsEmptyButKnowsTheTotal() {
        var page = searched.find(new SearchRequest("whales", Integer.MAX_VALUE, 50, List.of(), List.of()));
        assertThat(page.hits()).isEmpty();
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    void equalHitsStandInTitleOrder() {
        assertThat(searched.titles("seymour simon")).containsExactly("Black holes in space", "Dolphins", "Whales");
    }

    @Test
    void facetsCountWhatAnotherChoiceWouldFind() {
        var page = searched.find(new SearchRequest("", 1, 50, List.of(Kind.GRAPHIC_NOVEL), List.of()));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.kinds()).containsExactly(new FacetCount("BOOK", 21), new FacetCount("GRAPHIC_NOVEL", 2));
        assertThat(page.languages()).containsExactly(new FacetCount("eng", 2));
    }

    @Test
    void severalLanguagesMayBeChosen() {
        var page = searched.find(new SearchRequest("", 1, 50, List.of(), List.of("fre", "jpn")));
        assertThat(page.hits())
                .extracting(SearchHit::title)
                .containsExactlyInAnyOrder("L'enfant et la rivière", "東京の歴史");
        assertThat(page.kinds()).containsExactly(new FacetCount("BOOK", 2));
        assertThat(page.languages()).contains(new FacetCount("eng", 20), new FacetCount("heb", 1));
    }

    @Test
    void aFilterMayLeaveNothingOfACallNumberAndItStaysOne() {
        var page = searched.find(new SearchRequest("599.5", 1, 50, List.of(Kind.VIDEO), List.of()));
        assertThat(page.as()).isEqualTo(Understood.CALL_NUMBER);
        assertThat(page.total()).isZero();
    }

    @Test
    void aHitShowsWhatAListNeeds() {
        var hit = searched.find("dog man unleashed").hits().getFirst();
        assertThat(hit.author()).isEqualTo("Dav Pilkey");
        assertThat(hit.series()).isEqualTo("Dog Man 2");
        assertThat(hit.kind()).isEqualTo(Kind.GRAPHIC_NOVEL);
        assertThat(hit.yearOrZero()).isEqualTo(1998);
        assertThat(hit.classNumber()).isEqualTo("GN");
        assertThat(hit.copiesIn()).isEqualTo(1);
        assertThat(hit.availabilityKnown()).isTrue();
    }

    @Test
    void onePageAsksForItsItemsOnce() {
        searched.items().questions().clear();
        searched.find("simon");
        assertThat(searched.items().questions()).hasSize(1);
    }

    @Test
    void hitsComeWithoutCopiesWhenTheDatabaseIsAway() {
        searched.items().away(true);
        try {
            var hits = searched.find("holes").hits();
            assertThat(hits)
                    .isNotEmpty()
                    .allMatch(hit -> !hit.availabilityKnown() && hit.items().isEmpty());
        } finally {
            searched.items().away(false);
        }
    }

    @ParameterizedTest(name = "{0} finds what {1} finds")
    @CsvSource(delimiter = '|', textBlock = """
            simon, seymour      | seymour simon
            the whales          | whales
            dog & man           | dog man
            DOG MAN             | dog man
            puppy               | puppies
            magic tree house of the | magic tree house
            """)
    void differentWaysToSayTheSame(String one, String other) {
        assertThat(searched.titles(one)).isEqualTo(searched.titles(other));
    }
}
