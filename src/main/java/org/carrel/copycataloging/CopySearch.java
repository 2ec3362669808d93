package org.carrel.copycataloging;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.NewTitles;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.copycataloging.rules.ForeignFields;
import org.carrel.copycataloging.rules.Ranking;
import org.carrel.platform.Door;

/**
 * Asks all targets at once, each on a thread of its own, and answers as soon as something good has come. What they gave is kept for some
 * minutes in memory, so that whoever chooses among it, or stores it, asks nobody a second time.
 */
@Door
public class CopySearch {
    /** Longer nobody waits with a book in the hand; what comes later is there when one looks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 60;
    private static final int KEY_LENGTH = 8;

    private final CopyTargets targets;
    private final NewTitles titles;
    /** By ISBN, the one that was asked last at the end. */
    private final Map<String, Question> questions = new LinkedHashMap<>();

    @Inject
    public CopySearch(CopyTargets targets, NewTitles titles) {
        this.targets = targets;
        this.titles = titles;
    }

    /** What the enabled targets have for a number; nobody is asked when there are none. @param isbn thirteen digits */
    public CopyFindings of(String isbn) {
        return waitFor(question(isbn, false));
    }

    /** The same, asked anew when some have not answered well. */
    public CopyFindings again(String isbn) {
        return waitFor(question(isbn, true));
    }

    private static CopyFindings waitFor(Question question) {
        try {
            question.await(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops: what has come is all
        }
        return new CopyFindings(Ranking.ranked(question.records()), question.states());
    }

    private Question question(String isbn, boolean anew) {
        var enabled = targets.enabled();
        synchronized (questions) {
            questions.values().removeIf(known -> known.age().compareTo(KEPT) > 0);
            var known = questions.get(isbn);
            if (known != null && known.targets().equals(enabled) && !(anew && hasFailed(known))) return known;
            var asked = new Question(enabled);
            questions.remove(isbn);
            if (questions.size() >= MOST_KEPT)
                questions.remove(questions.keySet().iterator().next());
            questions.put(isbn, asked);
            for (var target : enabled) Thread.ofVirtual().name("copy-target").start(() -> ask(asked, target, isbn));
            return asked;
        }
    }

    /** Those that are still waited for are not asked a second time. */
    private static boolean hasFailed(Question question) {
        return question.states().stream()
                .map(TargetState::outcome)
                .anyMatch(outcome ->
                        outcome != Outcome.ASKING && outcome != Outcome.ANSWERED && outcome != Outcome.NOTHING);
    }

    private void ask(Question question, CopyTarget target, String isbn) {
        var asked = Asked.without(target, Outcome.UNREADABLE, "");
        List<FoundRecord> found = List.of();
        try {
            var answer = Asked.of(target, isbn);
            found = found(answer, isbn);
            asked = answer;
        } finally {
            question.answered(asked, found); // whatever went wrong, nobody waits for it any more
        }
    }

    private List<FoundRecord> found(Asked asked, String isbn) {
        var rules = targets.rules(asked.target());
        var found = new ArrayList<FoundRecord>();
        for (var record : asked.records()) {
            var dressed = NewTitles.dressed(rules, ForeignFields.without(record));
            if (!titles.isStorable(dressed.record())) continue;
            found.add(new FoundRecord(
                    key(dressed.record()),
                    dressed.record(),
                    dressed.callNumber(),
                    List.of(asked.target().name()),
                    Ranking.merit(dressed.record(), isbn)));
        }
        return found;
    }

    private static String key(MarcRecord record) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(record.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
