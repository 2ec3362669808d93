package org.carrel.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.lists.ListProblem.Field;
import org.carrel.lists.ListProblem.Reason;
import org.carrel.lists.rules.ListOrder;
import org.carrel.lists.rules.ListRules;
import org.carrel.lists.rules.WebAddress;
import org.carrel.search.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRulesTest {
    private static final int THIS_YEAR = 2026;

    private static ListDraft draft(ListKind kind, String title, String year, String site) {
        return new ListDraft(0, 0, kind, title, "", "en", Readers.ALL, year, site);
    }

    private static List<ListProblem> check(ListDraft draft) {
        return ListRules.check(draft, List.of("LMC"), false, THIS_YEAR);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var draft = new ListDraft(0, 0, ListKind.AWARD, " ", "n".repeat(1001), "de", Readers.ALL, "", "ELSE");
        assertThat(check(draft))
                .containsExactly(
                        new ListProblem(Field.TITLE, Reason.EMPTY),
                        new ListProblem(Field.NOTE, Reason.TOO_LONG),
                        new ListProblem(Field.LANGUAGE, Reason.UNKNOWN),
                        new ListProblem(Field.YEAR, Reason.EMPTY),
                        new ListProblem(Field.SITE, Reason.UNKNOWN));
        assertThat(check(draft(ListKind.LIST, "Sharks", "", "LMC"))).isEmpty();
    }

    @Test
    void aTitleIsCountedInCharactersAsPeopleCountThem() {
        assertThat(check(draft(ListKind.LIST, "🦈".repeat(120), "", "LMC"))).isEmpty();
        assertThat(check(draft(ListKind.LIST, "🦈".repeat(121), "", "LMC")))
                .containsExactly(new ListProblem(Field.TITLE, Reason.TOO_LONG));
    }

    @Test
    void onlyWhoReachesAllSchoolsMakesAListForAll() {
        assertThat(check(draft(ListKind.LIST, "Sharks", "", "")))
                .containsExactly(new ListProblem(Field.SITE, Reason.UNKNOWN));
        assertThat(ListRules.check(draft(ListKind.LIST, "Sharks", "", ""), List.of("LMC"), true, THIS_YEAR))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            1922, true
            2026, true
            # prizes are given in winter, for the year that follows
            2027, true
            2028, false
            1921, false
            26,   false
            '２０２６', false
            """)
    void anAwardHasAYear(String year, boolean good) {
        var draft = draft(ListKind.AWARD, "Newbery Medal", year, "LMC");
        assertThat(check(draft).isEmpty()).isEqualTo(good);
        assertThat(ListRules.year(draft, THIS_YEAR))
                .isEqualTo(good ? OptionalInt.of(Integer.parseInt(year)) : OptionalInt.empty());
    }

    @Test
    void theYearOfWhatIsNoAwardIsForgotten() {
        assertThat(draft(ListKind.PATHFINDER, "Volcanoes", "1200", "LMC").year())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kids.britannica.com/students/article/volcano/277588",
                "https://www.nasa.gov",
                "HTTPS://Example-School.org/a?b=c&d=%20#e",
                "https://xn--bcher-kva.org/",
                "https://a.b.c.edu./"
            })
    void aPageOnThePublicWebMayStandOnAList(String address) { // ST-03, ST-11
        var good = !address.endsWith("edu./");
        assertThat(WebAddress.problem(address).isEmpty()).isEqualTo(good);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                          | EMPTY
            javascript:alert(1)                         | UNREADABLE
            data:text/html,x                            | UNREADABLE
            file:///etc/passwd                          | UNREADABLE
            //evil.org/x                                | UNREADABLE
            kids.britannica.com                         | UNREADABLE
            https:evil.org                              | UNREADABLE
            https:///path                               | UNREADABLE
            https://a b.org                             | UNREADABLE
            https://bücher.org                          | UNREADABLE
            https://evil.org/"onload=x                  | UNREADABLE
            https://evil.org\\x                          | UNREADABLE
            http://www.nasa.gov                         | NOT_SECURE
            https://name:word@www.nasa.gov              | SECRET
            https://www.nasa.gov@evil.org               | SECRET
            https://localhost/x                         | NOT_PUBLIC
            https://127.0.0.1/                          | NOT_PUBLIC
            https://169.254.169.254/latest              | NOT_PUBLIC
            https://[::1]/                              | NOT_PUBLIC
            https://2130706433/                         | NOT_PUBLIC
            https://printer/                            | NOT_PUBLIC
            https://nas.local/                          | NOT_PUBLIC
            https://wiki.school.internal/               | NOT_PUBLIC
            https://router.home.arpa/                   | NOT_PUBLIC
            https://www.nasa.gov:8443/                  | NOT_PUBLIC
            """)
    void anythingElseIsRefused(String address, Reason why) { // ST-03, ST-11
        assertThat(WebAddress.problem(address)).contains(why);
    }

    @Test
    void anAddressThatIsTooLongForAScreenIsRefused() {
        assertThat(WebAddress.problem("https://www.nasa.gov/" + "a".repeat(480)))
                .contains(Reason.TOO_LONG);
    }

    @Property
    void noAddressBreaksTheRuleAndWhatPassesIsHttps(@ForAll String typed) {
        assertThatCode(() -> WebAddress.problem(typed)).doesNotThrowAnyException();
        assertThat(WebAddress.problem("https://" + typed).isEmpty()
                        && typed.chars().anyMatch(sign -> sign > 0x7E))
                .isFalse();
    }

    @Test
    void aPageNeedsItsName() {
        assertThat(ListRules.check(new WebDraft(" https://www.nasa.gov ", " ", "n".repeat(501), Readers.ALL)))
                .containsExactly(
                        new ListProblem(Field.WEB_TITLE, Reason.EMPTY),
                        new ListProblem(Field.WEB_NOTE, Reason.TOO_LONG));
    }

    @Property
    void movingKeepsEverythingAndMovesByOnePlace(
            @ForAll @IntRange(min = 1, max = 30) int size, @ForAll @IntRange(max = 29) int one, @ForAll boolean up) {
        var order = LongStream.range(0, size).boxed().toList();
        var moved = ListOrder.moved(order, one, up ? -1 : 1);
        assertThat(moved).containsExactlyInAnyOrderElementsOf(order);
        var expected = one >= size ? -1 : Math.clamp((long) one + (up ? -1 : 1), 0, size - 1);
        assertThat(moved.indexOf((long) one)).isEqualTo(expected);
        assertThat(Arrays.asList(order.toArray()).equals(moved)).isEqualTo(expected == -1 || expected == one);
    }
}
