package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.carrel.search.SavedSearch;
import org.carrel.search.TopicDraft;
import org.carrel.search.TopicPicture;
import org.carrel.search.TopicProblem;
import org.carrel.search.TopicProblem.Field;
import org.carrel.search.TopicProblem.Reason;
import org.carrel.search.TopicTile;
import org.carrel.search.TopicTile.Readers;
import org.carrel.search.TopicTile.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicRulesTest {
    private static final List<String> SITES = List.of("LMC", "ELEM");

    @Test
    void aTopicThatAChildCanUseHasNoProblems() {
        assertThat(check(draft("Sharks", "Tiburones", "sharks"))).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var draft = new TopicDraft(0, 0, "NOWHERE", " ", "x".repeat(41), "toaster", "", Readers.ALL, false);
        assertThat(check(draft))
                .containsExactlyInAnyOrder(
                        new TopicProblem(Field.TITLE_EN, Reason.EMPTY),
                        new TopicProblem(Field.TITLE_ES, Reason.TOO_LONG),
                        new TopicProblem(Field.SEARCH, Reason.EMPTY),
                        new TopicProblem(Field.PICTURE, Reason.UNKNOWN),
                        new TopicProblem(Field.SITE, Reason.UNKNOWN));
    }

    @ParameterizedTest(name = "{0} at {1} beside Space at {2}: {3}")
    @CsvSource(textBlock = """
            # the same title on the same screens
            Space,     '',   '',   true
            # as people compare: case, accents, spaces
            ' spáce ', '',   '',   true
            # a topic of all schools is on the screens of each
            Space,     '',   LMC,  true
            Space,     LMC,  '',   true
            Space,     LMC,  LMC,  true
            # two schools may each have their own
            Space,     ELEM, LMC,  false
            Spaces,    '',   '',   false
            """)
    void aTitleIsOnAScreenOnce(String title, String site, String otherSite, boolean taken) {
        var draft = new TopicDraft(0, 0, site, title, "Otro", "space", "space", Readers.YOUNGEST, false);
        var problems = TopicRules.check(draft, List.of(tile(7, "Space", "Espacio", otherSite)), SITES);
        assertThat(problems.contains(new TopicProblem(Field.TITLE_EN, Reason.TAKEN)))
                .isEqualTo(taken);
    }

    @Test
    void aTopicMayKeepItsOwnTitle() {
        var draft = new TopicDraft(7, 1, "", "Space", "Espacio", "space", "stars", Readers.ALL, false);
        assertThat(TopicRules.check(draft, List.of(tile(7, "Space", "Espacio", "")), SITES))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            https://library.example.org/records/12,      UNREADABLE
            https://example.org/?q=cats,                 UNREADABLE
            /search?foo=bar,                             UNREADABLE
            /search?q=%zz,                               UNREADABLE
            /desk/search words,                          UNREADABLE
            """)
    void anAddressOfAnotherPageIsRefused(String typed, Reason reason) {
        assertThat(check(draft("Sharks", "Tiburones", typed))).containsExactly(new TopicProblem(Field.SEARCH, reason));
    }

    @Test
    void wordsAndAddressesHaveTheirLengths() {
        assertThat(check(draft("A", "B", "w".repeat(300)))).isEmpty();
        assertThat(check(draft("A", "B", "w".repeat(301))))
                .containsExactly(new TopicProblem(Field.SEARCH, Reason.TOO_LONG));
        assertThat(check(draft("A", "B", "/search?q=" + "w".repeat(300)))).isEmpty();
        assertThat(check(draft("A", "B", "/search?q=" + "w".repeat(2000))))
                .containsExactly(new TopicProblem(Field.SEARCH, Reason.TOO_LONG));
    }

    private static List<TopicProblem> check(TopicDraft draft) {
        return TopicRules.check(draft, List.of(), SITES);
    }

    private static TopicDraft draft(String english, String spanish, String search) {
        return new TopicDraft(0, 0, "LMC", english, spanish, "ocean", search, Readers.ALL, true);
    }

    private static TopicTile tile(long id, String english, String spanish, String site) {
        return new TopicTile(
                id,
                1,
                Optional.of(site).filter(code -> !code.isEmpty()).map(code -> new Site(code, code)),
                english,
                spanish,
                TopicPicture.SPACE,
                SavedSearch.ofWords("space"),
                Readers.ALL,
                false,
                true);
    }
}
