package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spelling is corrected to what the library has, and never when what was typed is there. */
class CorrectionTest {
    @TempDir
    static Path directory;

    static SearchedCatalog searched;

    @BeforeAll
    static void index() {
        searched = SearchedCatalog.of(
                directory,
                record(1, "Diary of a wimpy kid").by("Kinney, Jeff").series("Diary of a wimpy kid", 1.0, "1"),
                record(2, "Where the wild things are").by("Sendak, Maurice"),
                record(3, "To kill a mockingbird").by("Lee, Harper"),
                record(4, "Dinosaurs").by("Gibbons, Gail").about("Dinosaurs"),
                record(5, "Klimt").about("Painting"),
                record(6, "Climate").about("Weather"),
                record(7, "Maus").by("Spiegelman, Art"),
                record(8, "A mouse in the house"),
                record(9, "The rhinoceros who ate a cake").about("Rhinoceroses"),
                record(10, "El murciélago").in("spa").about("Murciélagos"),
                record(11, "Dairy cows").about("Cows"),
                record(12, "Harry Potter and the goblet of fire")
                        .by("Rowling, J. K.")
                        .series("Harry Potter", 4.0, "4"),
                record(13, "Physics for children"));
    }

    @AfterAll
    static void close() {
        searched.close();
    }

    @ParameterizedTest(name = "{0} finds {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            hary poter                 | Harry Potter and the goblet of fire | two words
            harrypoter                 | Harry Potter and the goblet of fire | joined and misspelled
            harry poter book four      | Harry Potter and the goblet of fire | then a volume
            dinasors                   | Dinosaurs                           | vowels
            dino saurs                 | Dinosaurs                           | split
            moking bird                | To kill a mockingbird               | split and misspelled
            dairy of a wimpy kid       | Diary of a wimpy kid                | a word that exists
            were the wild things are   | Where the wild things are           | a small word that exists
            spigelman                  | Maus                                | an author
            murcielagos                | El murciélago                       | accents are no mistakes
            mursielago                 | El murciélago                       | a Spanish sound
            fisics for children        | Physics for children                | sound at the start
            """)
    void finds(String typed, String title, String reason) {
        assertThat(searched.titles(typed)).as(reason).startsWith(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"klimt", "maus", "dairy", "mouse", "cows", "dairy cows", "climate"})
    void aWordThatExistsStays(String typed) {
        assertThat(searched.find(typed).searched()).isEqualTo(typed);
        assertThat(searched.find(typed).total()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asdfghjkl", "qwertyuiop", "zzzzzz", "xkcd", "12345678", "mmmmm mmmmm"})
    void nonsenseFindsNothing(String typed) {
        var page = searched.find(typed);
        assertThat(page.total()).isZero();
        assertThat(page.searched()).isEqualTo(typed);
    }

    @Test
    void theWordsAsTypedCanBeAskedFor() {
        var request = new SearchRequest("hary poter", 1, 20, List.of(), List.of(), true, Readers.ALL);
        assertThat(searched.find(request).total()).isZero();
        assertThat(searched.find(request).searched()).isEqualTo("hary poter");
        assertThat(searched.find("hary poter").searched()).isEqualTo("harry potter");
    }

    @Test
    void whatComesIntoTheCatalogCanBeMisspelledAtOnce() {
        searched.catalog().put(record(50, "Xylographica").make());
        searched.lifecycle().catchUp();
        assertThat(searched.titles("xilografica")).containsExactly("Xylographica");
        searched.catalog().delete(50);
        searched.lifecycle().catchUp();
        assertThat(searched.titles("xilografica")).isEmpty();
    }
}
