package org.carrel.search;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.search.store.OrderStore;

/** What readers looked for in vain and the library should buy. */
@Door
public class OrderList {
    private final Database database;
    private final Clock clock;
    private final OrderStore store = new OrderStore();

    @Inject
    public OrderList(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A question on the list.
     *
     * @param question lower case words, as it is counted
     * @param wished when it was put there
     * @param times asked so often in the last days; 0 when that is forgotten
     */
    public record Wish(String question, Instant wished, long times) {}

    /** Puts the question on the list, once. False when it says nothing. */
    public boolean add(String question) {
        var key = QuestionKey.of(question);
        if (key.isEmpty()) return false;
        return database.transaction(connection -> {
            store.add(connection, key, clock.instant());
            return true;
        });
    }

    public void remove(String question) {
        database.transaction(connection -> {
            store.remove(connection, QuestionKey.of(question));
            return true;
        });
    }

    /** @param days of which questions are counted */
    public List<Wish> list(int days) {
        var since = LocalDate.now(clock).minusDays(days);
        return database.read(connection -> store.find(connection, since)).stream()
                .map(row -> new Wish(row.question(), row.wished(), row.times()))
                .toList();
    }
}
