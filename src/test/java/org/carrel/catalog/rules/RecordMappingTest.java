package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.MarcRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMappingTest {
    private static final int THIS_YEAR = 2026;

    @ParameterizedTest(name = "008 {0} with \"{1}\" is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            s2001         | c1999                  | 2001
            # coming year is on sale, later is a slip
            s2027         | 2027                   | 2027
            s2099         | c2099                  | 0
            s9999         | [s.d.]                 | 0
            s0000         | 0000                   | 0
            # reprint: its own year, whichever way it was coded
            r18732010     | c2010.                 | 2010
            r20101873     | c2010.                 | 2010
            # publication and copyright
            t20122011     | 2012, c2011.           | 2012
            # a narrow range begins, a wide one says nothing
            q19701979     | [between 1970 and 1979]| 1970
            q19001999     | [19--]                 | 0
            # serials and sets begin
            c20019999     | 2001-                  | 2001
            m19982001     | 1998-2001              | 1998
            # not known
            s19uu         | [19--?]                | 0
            nuuuuuuuu     | [n.d.]                 | 0
            # not coded: as printed
            '|||||||||'   | MCMXCIX                | 1999
            '|||||||||'   | c2004                  | 2004
            '|||||||||'   | [2004]                 | 2004
            '|||||||||'   | ©2004                  | 2004
            '|||||||||'   | 1985 [i.e. 1958]       | 1958
            '|||||||||'   | 2021 [1964]            | 1964
            '|||||||||'   | 5730 [1969 or 1970]    | 1969
            '|||||||||'   | 1905, reprinted 1975   | 1975
            '|||||||||'   | M.CM.XC.               | 1990
            '|||||||||'   | 44 B.C.                | 0
            '|||||||||'   | 20045                  | 0
            # too short to hold a date
            s20           | 1998                   | 1998
            """)
    void year_of_the_edition(String dates, String printed, int expected) {
        var record = Marc.record(Marc.BOOK_LEADER, "240801" + dates, "245 10 $aDate", "260 ## $c" + printed);
        assertThat(RecordMapping.map(record, THIS_YEAR).publication().yearOrZero())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "008 {0}, 041 {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            eng | $aeng$afre          | eng fre
            # packed, as written before 2001
            eng | $aengfregeritaspa   | eng fre ger ita spa
            # original language is not its language
            spa | $aspa$heng          | spa
            '   '| $aSPA              | spa
            '|||' | $aeng             | eng
            und | $aeng               | eng
            zxx | $a                  | ''
            # terminological and two-letter codes
            deu | $afra               | ger fre
            eng | $aes$2iso639-1      | eng spa
            e2g | $ax1y               | ''
            """)
    void languages(String fixed, String stated, String expected) {
        var record =
                Marc.record(Marc.BOOK_LEADER, "240801s2001    nyua   c      000 1 " + fixed + " d", "041 0# " + stated);
        assertThat(String.join(" ", map(record).languages())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} with {2}")
    @CsvSource(delimiter = '|', textBlock = """
            490 1# $aHarry Potter ;$v#1                        | Harry Potter          | 1.0
            490 1# $aMagic tree house ;$vbk. 7                 | Magic tree house      | 7.0
            490 0# $aEncyclopedia ;$vv. 10                     | Encyclopedia          | 10.0
            440 #0 $aNarnia ;$vBook the First                  | Narnia                | 1.0
            830 #0 $aFables.$nLibro segundo ;$vno. 2.5.        | Fables. Libro segundo | 2.5
            800 1# $aRowling, J. K.$tHarry Potter ;$v4.        | Harry Potter          | 4.0
            810 2# $aScouts.$tMerit badge series ;$v12         | Merit badge series    | 12.0
            490 0# $aRedwall ;$vBd. IV                         | Redwall               | 4.0
            # of several numbers the first
            490 0# $aBone ;$v1-3                               | Bone                  | 1.0
            490 0# $aBone ;$v2nd bk.                           | Bone                  | 2.0
            490 0# $aBone ;$v2½                                | Bone                  | 2.5
            # the number stands in the title
            490 0# $aOccasional paper ; no. 31                 | Occasional paper      | 31.0
            490 0# $aGoosebumps #7                             | Goosebumps            | 7.0
            490 0# $aGoosebumps ; 7                            | Goosebumps            | 7.0
            # a title that holds a number is whole
            490 0# $aArea 51                                   | Area 51               |
            490 0# $a39 clues ;$vbk. 3                         | 39 clues              | 3.0
            # counted by itself: no place in the row
            490 0# $aGoosebumps ;$vSE 1                        | Goosebumps            |
            490 0# $aPenguin classics ;$vEL-72                 | Penguin classics      |
            490 0# $aPenguin classics                          | Penguin classics      |
            # responsibility is not title
            490 1# $aThe Lord of the rings / J.R.R. Tolkien ;$vpt. 2 | The Lord of the rings | 2.0
            """)
    void series_and_its_number(String field, String title, Double number) {
        var series = map(Marc.book(field)).series();
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().title()).isEqualTo(title);
        assertThat(series.getFirst().number()).isEqualTo(number);
    }

    @Test
    void every_series_is_kept_and_the_traced_form_of_one_is_not_another() {
        var series = map(Marc.book(
                        "490 1# $aChronicles of Narnia ;$vbk. 2",
                        "490 0# $aPuffin books",
                        "490 1# $aA first ;$v1$aB second ;$v20",
                        "800 1# $aLewis, C. S.$tOther series ;$v3.",
                        "830 #4 $aThe chronicles of Narnia (Series) ;$v2."))
                .series();
        assertThat(series.stream().map(one -> one.title() + "|" + one.volume()))
                .containsExactly(
                        "The chronicles of Narnia (Series)|bk. 2",
                        "Puffin books|",
                        "A first|1",
                        "B second|20",
                        "Other series|3");
    }

    @ParameterizedTest(name = "490 {0} with 830 {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # another wording of one series
            $aA novel of the Dresden files ;$vbk. 3 | $aDresden files ;$v3.   | Dresden files
            $aBCP advanced language series          | $aAdvanced language series. | Advanced language series
            # numbers that differ, or one word in common: two series
            $aNBS special publication ;$v500        | $aSpecial publication ;$v8 | NBS special publication, Special publication
            $aBone companions                       | $aBone                  | Bone companions, Bone
            $aYear four at Hogwarts                 | $aYear ... at Hogwarts  | Year ... at Hogwarts
            """)
    void a_traced_series_replaces_its_printed_wording(String printed, String traced, String expected) {
        var series = map(Marc.book("490 1# " + printed, "830 #0 " + traced)).series();
        assertThat(series.stream().map(BibRecord.Series::title).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void names_are_in_catalog_form_and_added_names_do_not_repeat_the_main_one() {
        var names = map(Marc.book(
                        "100 1# $6880-01$aRowling, J. K.,$d1965-$eauthor.$4aut$0(DE-588)1",
                        "700 1# $aGrandPré, Mary,$eillustrator.",
                        "700 1# $aRowling, J. K.",
                        "700 12 $aPoe, Edgar Allan,$d1809-1849.$tRaven.",
                        "700 1# $iBased on:$aAusten, Jane.$tEmma.",
                        "710 2# $aScholastic Inc.,$epublisher.",
                        "880 1# $6100-01$aРоулинг, Дж. К."))
                .names();
        assertThat(names.main()).isEqualTo("Rowling, J. K.");
        assertThat(names.added()).containsExactly("GrandPré, Mary", "Poe, Edgar Allan", "Scholastic Inc.");
        assertThat(names.parallel()).containsExactly("Роулинг, Дж. К.");
    }

    @Test
    void all_text_in_the_original_script_can_be_found() {
        var record = map(Marc.book(
                "245 10 $6880-02$aKafuka.",
                "880 1# $6100-01/$1$a村上春樹.",
                "880 10 $6245-02/$1$a海辺のカフカ.",
                "880 ## $6260-00/$1$a東京.",
                "880 ## $aNo linkage",
                "880 #0 $6650-99/$1$a孤児",
                "880 1# $6490-03/$1$a新潮文庫 ;$v3"));
        assertThat(record.names().main()).isEqualTo("村上春樹");
        assertThat(record.titles().parallel()).containsExactly("海辺のカフカ");
        assertThat(record.titles().others()).containsExactly("No linkage");
        assertThat(record.topics().subjects()).containsExactly("孤児");
        assertThat(record.notes().others()).containsExactly("東京.");
        assertThat(record.series()).extracting(BibRecord.Series::title).containsExactly("新潮文庫");
    }

    @Test
    void subjects_are_whole_headings_and_form_subdivisions_are_genres_too() {
        var topics = map(Marc.book(
                        "600 10 $aLincoln, Abraham,$d1809-1865$vJuvenile literature.$2lcsh$9123",
                        "650 #0 $aDogs$zTexas$vFiction.",
                        "650 #1 $aDogs$zTexas$vFiction",
                        "653 ## $apets$apuppies",
                        "655 #7 $aGraphic novels.$2lcgft"))
                .topics();
        assertThat(topics.subjects())
                .containsExactly(
                        "Lincoln, Abraham, 1809-1865 -- Juvenile literature",
                        "Dogs -- Texas -- Fiction",
                        "pets",
                        "puppies");
        assertThat(topics.genres()).containsExactly("Graphic novels", "Juvenile literature", "Fiction");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            $uhttps://a.example/x$yRead it            | https://a.example/x=Read it
            $3Cover$uHTTP://a.example/x               | HTTP://a.example/x=Cover
            # two addresses in one field
            $uhttp://a.example/1$uhttp://a.example/2  | http://a.example/1=, http://a.example/2=
            # none, or none that may be followed
            $3Contents only                           | ''
            $ujavascript:alert(document.cookie)$yRead | ''
            $udata:text/html;base64,PHNjcmlwdD4=      | ''
            $uftp://a.example/x                       | ''
            $uhttp://a.example/ "onclick=x            | ''
            """)
    void links_to_the_web_only(String subfields, String expected) {
        var links = map(Marc.book("856 40 " + subfields)).links();
        assertThat(links.stream().map(link -> link.url() + "=" + link.text()).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void class_numbers_are_clean() {
        var record = map(Marc.book(
                "082 04 $a[Fic]$223",
                "082 00 $a848/.91409$a920$220",
                "050 00 $aPZ7.R79835$bHar 1998",
                "092 ## $a599.5$bEXA"));
        assertThat(record.classNumbers())
                .containsExactly("FIC", "848.91409", "920", "PZ7.R79835 Har 1998", "599.5 EXA");
    }

    @Test
    void hostile_text_stays_text() {
        var record = map(Marc.book(
                "100 1# $aO'Brien, <b>Bold</b>",
                "245 10 $a<script>alert(1)</script> & \"quotes\"",
                "500 ## $a=HYPERLINK(\"x\")"));
        assertThat(record.titles().main()).isEqualTo("<script>alert(1)</script> & \"quotes\"");
        assertThat(record.names().main()).isEqualTo("O'Brien, <b>Bold</b>");
        assertThat(record.notes().others()).containsExactly("=HYPERLINK(\"x\")");
    }

    @Test
    void numbers_that_match_are_kept_apart_from_numbers_that_are_only_searched() {
        var ids = map(Marc.book(
                        "001 ocm00012345",
                        "003 OCoLC",
                        "010 ## $a   96023702 ",
                        "020 ## $a0-439-70818-4 (pbk.)",
                        "020 ## $a9780439708180$z0590353403",
                        "020 ## $a043970818X",
                        "022 ## $a0075-8434"))
                .identifiers();
        assertThat(ids.isbns()).containsExactly("9780439708180");
        assertThat(ids.otherIsbns()).containsExactly("043970818X", "0590353403");
        assertThat(ids.oclc()).isEqualTo("12345");
        assertThat(ids.lccn()).isEqualTo("96023702");
        assertThat(ids.issn()).isEqualTo("0075-8434");
    }

    private static BibRecord map(MarcRecord record) {
        return RecordMapping.map(record, THIS_YEAR);
    }
}
