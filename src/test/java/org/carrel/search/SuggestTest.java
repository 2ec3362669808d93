package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.carrel.search.Suggestion.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered while somebody types, over the starter collection. */
@TestInstance(Lifecycle.PER_CLASS)
class SuggestTest {
    private SearchedCatalog searched;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        searched = new SearchedCatalog(directory, StarterSet.catalog());
    }

    @AfterAll
    void close() {
        if (searched != null) searched.close();
    }

    private List<Suggestion> suggest(String typed) {
        return searched.suggest(typed, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "char, TITLE, Charlotte's web",
        "CHARL, TITLE, Charlotte's web",
        "charlotte’s w, TITLE, Charlotte's web",
        "the lion the w, TITLE, 'The lion, the witch and the wardrobe'",
        "lion the w, TITLE, 'The lion, the witch and the wardrobe'",
        "niño w, TITLE, Niño wrestles the world",
        "nino, TITLE, Niño wrestles the world"
    })
    void titlesThatStartSoComeFirst(String typed, Kind kind, String text) {
        assertThat(suggest(typed)).first().isEqualTo(new Suggestion(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "rowl, AUTHOR, J. K. Rowling",
        "j. k. ro, AUTHOR, J. K. Rowling",
        "rick rio, AUTHOR, Rick Riordan",
        "magic tree, SERIES, Magic tree house",
        "spid, TOPIC, Spiders"
    })
    void namesSeriesAndTopicsAreAmongThem(String typed, Kind kind, String text) {
        assertThat(suggest(typed)).contains(new Suggestion(kind, text));
    }

    @Test
    void wordsInsideATitleComeAfterTheBeginnings() {
        var titles = suggest("web").stream().map(Suggestion::text).toList();
        assertThat(titles).contains("Charlotte's web");
    }

    @ParameterizedTest
    @CsvSource({"hary pot, Harry Potter", "dinosar, inosaur", "dinasor, inosaur", "charlots web, Charlotte's web"})
    void aMisspelledBeginningIsUnderstood(String typed, String within) {
        assertThat(suggest(typed)).anyMatch(each -> each.text().contains(within));
    }

    @Test
    void aScreenForChildrenOffersNoTitleForGrownUps() {
        var looked = new AtomicInteger();
        searched.catalog().forEach(record -> {
            if (record.record().audience().code() != 'e') return;
            var title = new Suggestion(Kind.TITLE, record.record().titles().main());
            var children = searched.suggest(title.text(), Readers.ELEMENTARY, 8);
            if (!searched.suggest(title.text(), Readers.HIGH, 8).contains(title)) return;
            assertThat(children).doesNotContain(title);
            looked.incrementAndGet();
        });
        assertThat(looked).hasPositiveValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "ha", "  h ", "?!", "asdfghjkl", "( ) : / \\ ~ ^ *"})
    void nothingIsOfferedForTooLittleOrForNonsense(String typed) {
        assertThat(suggest(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"har", "the", "a w", "ani"})
    void nothingIsOfferedTwiceAndNoMoreThanAskedFor(String typed) {
        assertThat(suggest(typed)).hasSizeLessThanOrEqualTo(8).doesNotHaveDuplicates();
    }

    @Test
    void whatComesAndGoesIsSeenAlsoBySomebodyWhoTypesTheSameAgain() throws Exception {
        var newcomer = new Suggestion(Kind.TITLE, "Xyloto");
        assertThat(suggest("xyl")).doesNotContain(newcomer);
        searched.catalog().put(Records.record(90_001, "Xyloto"));
        searched.lifecycle().catchUp();
        assertThat(suggest("xyl")).contains(newcomer);
        assertThat(suggest("XYL ")).contains(newcomer);
        searched.catalog().delete(90_001);
        searched.lifecycle().catchUp();
        assertThat(suggest("xyl")).doesNotContain(newcomer);
    }
}
