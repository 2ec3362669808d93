package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.carrel.catalog.MergeAnswer;
import org.carrel.catalog.RecordBatches;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.RecordMerges;
import org.carrel.catalog.TitleHoldings;
import org.carrel.circulation.TestHolds.Title;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of those who wait when two records turn out to be one, on the product's database. */
class HoldTitlesIT {
    private static TestHolds desk;

    @BeforeAll
    static void connect() {
        desk = TestHolds.connect();
    }

    @AfterAll
    static void close() {
        if (desk != null) desk.close();
    }

    @BeforeEach
    void onThursday() {
        desk.at(TestHolds.THURSDAY);
        desk.rule();
        desk.told.clear();
    }

    /** As {@link HoldTitles}, with the queue of these tests. */
    private static List<TitleHoldings> holdings() {
        return List.of(new HoldTitles(
                desk.database, desk.queue, List.of((connection, news) -> desk.told.addAll(news)), desk::now));
    }

    private static long merged(Title keep, Title away) {
        var edits = new RecordEdits(desk.database, Clock.systemUTC());
        var seen = new HashMap<Long, Integer>();
        for (var title : List.of(keep, away))
            seen.put(title.bib(), edits.open(title.bib()).orElseThrow().version());
        var answer = new RecordMerges(desk.database, Clock.systemUTC(), holdings())
                .merge(keep.bib(), seen, UUID.randomUUID(), TestHolds.librarian());
        return ((MergeAnswer.Merged) answer).number();
    }

    @Test
    void bothQueuesBecomeOneInTheOrderInWhichPeopleCame() {
        var keep = desk.title("LMC");
        var away = desk.title("LMC");
        var first = desk.held(desk.student(), away);
        desk.later(Duration.ofMinutes(1));
        var second = desk.held(desk.student(), keep);
        desk.later(Duration.ofMinutes(1));
        var third = desk.held(desk.student(), away);
        merged(keep, away);
        assertThat(desk.order(keep)).containsExactly(first, second, third);
        assertThat(desk.order(away)).isEmpty();
    }

    @Test
    void whoWaitsForBothWaitsOnceWithTheirEarlierPlaceAndWhatIsSetAside() {
        var keep = desk.title("LMC");
        var away = desk.title("LMC");
        var patron = desk.student();
        var earlier = desk.held(patron, away);
        desk.later(Duration.ofMinutes(1));
        var other = desk.held(desk.student(), keep);
        desk.later(Duration.ofMinutes(1));
        var later = desk.held(patron, keep);
        desk.checkIn(away.copy(1), "LMC");
        merged(keep, away);
        assertThat(desk.order(keep)).containsExactly(earlier, other);
        assertThat(desk.text("select ended_why from hold where id = ?", later)).isEqualTo("merged");
        assertThat(desk.count("select hold_id from held_copy where set_aside = ?", away.copy(1)))
                .isEqualTo(earlier);
        assertThat(desk.count("select bib_id from item where id = ?", away.copy(1)))
                .isEqualTo(keep.bib());
    }

    @Test
    void takenBackEverybodyWaitsForTheirTitleAgain() {
        var keep = desk.title("LMC");
        var away = desk.title("LMC");
        var one = desk.held(desk.student(), away);
        var two = desk.held(desk.student(), keep);
        var number = merged(keep, away);
        var batches = new RecordBatches(desk.database, Clock.systemUTC(), holdings());
        assertThat(batches.askUndo(number, TestHolds.librarian())).isTrue();
        batches.resume();
        assertThat(desk.order(away)).containsExactly(one);
        assertThat(desk.order(keep)).containsExactly(two);
        assertThat(desk.count("select bib_id from item where id = ?", away.copy(1)))
                .isEqualTo(away.bib());
    }
}
