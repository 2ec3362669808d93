package org.carrel.copycataloging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.catalog.ForeignRecords.Encoding;
import org.carrel.catalog.MarcRecord;
import org.carrel.copycataloging.RecordMerit.Level;
import org.carrel.copycataloging.TargetState.Outcome;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private static CopyTarget target(int id) {
        return new CopyTarget(
                id,
                "Library " + id,
                TargetKind.SRU_HTTPS,
                "library.example",
                443,
                "",
                "marcxml",
                Encoding.AS_FOUND,
                "bath.isbn",
                20,
                id,
                true,
                false,
                OptionalLong.empty());
    }

    private static final CopyTarget ONE = target(1);
    private static final CopyTarget TWO = target(2);

    private static FoundRecord record(boolean good) {
        var merit = new RecordMerit(good, Level.FULL, true, true, true, false, false, 9);
        return new FoundRecord(
                "k", new MarcRecord("00000nam a2200000 i 4500", List.of()), "", List.of("Library 1"), merit);
    }

    private static Duration waited(Question question, Duration patience) throws InterruptedException {
        var began = System.nanoTime();
        question.await(patience);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void whoIsSlowIsNotWaitedForOnceSomethingGoodHasCome() throws InterruptedException {
        var question = new Question(List.of(ONE, TWO));
        question.answered(Asked.without(ONE, Outcome.ANSWERED, ""), List.of(record(true)));
        assertThat(waited(question, LONG)).isLessThan(Duration.ofSeconds(10));
        assertThat(question.states())
                .extracting(TargetState::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ASKING);
    }

    @Test
    void theOthersAreWaitedForWhileNothingGoodHasCome() throws InterruptedException {
        var question = new Question(List.of(ONE, TWO));
        question.answered(Asked.without(TWO, Outcome.ANSWERED, ""), List.of(record(false)));
        assertThat(waited(question, SHORT)).isBetween(SHORT.minusMillis(20), LONG);
        Thread.ofVirtual().start(() -> question.answered(Asked.without(ONE, Outcome.NOTHING, ""), List.of()));
        assertThat(waited(question, LONG)).isLessThan(LONG);
        assertThat(question.states())
                .extracting(TargetState::outcome)
                .containsExactly(Outcome.NOTHING, Outcome.ANSWERED);
    }

    @Test
    void nobodyToAskIsNothingToWaitFor() throws InterruptedException {
        assertThat(waited(new Question(List.of()), LONG)).isLessThan(Duration.ofSeconds(10));
    }
}
