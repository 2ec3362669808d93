package org.carrel.circulation.holds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.HoldEnd;
import org.carrel.circulation.HoldNews;
import org.carrel.circulation.holds.HoldQueue.Moved;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.rules.QueuedHold;
import org.carrel.circulation.store.HeldCopyStore;
import org.carrel.circulation.store.HoldStore;
import org.carrel.circulation.store.HoldStore.Act;
import org.carrel.circulation.store.HoldStore.Kind;
import org.carrel.circulation.store.HoldStore.Row;

/**
 * Holds that end, with the queue of the title locked. A copy that was set aside stays where it is until somebody scans it (rule
 * H4). Who it was is forgotten after the time for which returned loans are kept, and never before an undo could need it.
 */
final class HoldEnds {
    /** As long as something at the desk can be undone, and a little. */
    private static final Duration UNDO = Duration.ofSeconds(90);

    private final HoldStore holds = new HoldStore();
    private final HeldCopyStore copies = new HeldCopyStore();
    private final Duration kept;

    HoldEnds(Duration kept) {
        this.kept = kept.compareTo(UNDO) < 0 ? UNDO : kept;
    }

    /** How, by whom and when. @param account of staff; empty: the patron, or a job */
    record End(HoldEnd why, OptionalLong account, String reason, Instant at) {}

    void end(Connection connection, long hold, HoldEnd why, Instant now) throws SQLException {
        holds.end(connection, hold, why, now, now.plus(kept));
    }

    Optional<HoldNews> cancel(Connection connection, long hold, End end) throws SQLException {
        var row = holds.find(connection, hold).filter(Row::open);
        if (row.isEmpty()) return Optional.empty();
        end(connection, hold, end.why(), end.at());
        var kind = end.why() == HoldEnd.NOT_PICKED_UP ? Kind.EXPIRED : Kind.CANCELLED;
        holds.note(connection, new Act(hold, kind, end.at(), end.account()), end.reason(), 0, 0);
        return Optional.of(HoldNews.ended(
                hold,
                row.get().patron().orElseThrow(),
                row.get().bib(),
                row.get().site(),
                end.why()));
    }

    List<HoldNews> ofPatron(Connection connection, long patron, End end) throws SQLException {
        var news = new ArrayList<HoldNews>();
        for (var row : holds.ofPatron(connection, patron)) {
            holds.lockQueue(connection, row.bib());
            cancel(connection, row.id(), end).ifPresent(news::add);
        }
        return news;
    }

    List<HoldNews> ofTitle(Connection connection, long bib, End end) throws SQLException {
        var news = new ArrayList<HoldNews>();
        for (var hold : holds.queue(connection, bib))
            cancel(connection, hold.id(), end).ifPresent(news::add);
        return news;
    }

    Moved move(Connection connection, long from, long to, End end) throws SQLException {
        var news = new ArrayList<HoldNews>();
        var given = new ArrayList<Long>();
        for (var row : holds.ofPatron(connection, from)) {
            holds.lockQueue(connection, row.bib());
            var queue = holds.queue(connection, row.bib());
            var moved = queue.stream().filter(hold -> hold.id() == row.id()).findFirst();
            if (moved.isEmpty()) continue;
            var twin = queue.stream()
                    .filter(hold -> hold.patron() == to
                            && hold.onlyItem().equals(moved.get().onlyItem()))
                    .findFirst();
            if (twin.isEmpty()) {
                holds.giveTo(connection, row.id(), to);
                given.add(row.id());
                continue;
            }
            var twinFirst = queue.indexOf(twin.get()) < queue.indexOf(moved.get());
            var stays = twinFirst ? twin.get() : moved.get();
            var goes = twinFirst ? moved.get() : twin.get();
            cancel(connection, goes.id(), end).ifPresent(news::add);
            copies.giveTo(connection, goes.id(), stays.id());
            holds.quantity(connection, stays.id(), Math.max(stays.quantity(), goes.quantity()));
            if (!twinFirst) holds.giveTo(connection, row.id(), to);
        }
        holds.giveEndedTo(connection, from, to);
        return new Moved(news, given);
    }

    List<Long> moveBack(Connection connection, List<Long> moved, long from, long to) throws SQLException {
        var given = new ArrayList<Long>();
        var own = holds.ofPatron(connection, from).stream()
                .filter(row -> moved.contains(row.id()))
                .toList();
        for (var row : own) {
            holds.lockQueue(connection, row.bib());
            var queue = holds.queue(connection, row.bib());
            if (queue.stream().noneMatch(hold -> hold.id() == row.id())) continue;
            if (queue.stream().anyMatch(hold -> hold.patron() == to)) continue;
            holds.giveTo(connection, row.id(), to);
            given.add(row.id());
        }
        return given;
    }

    /**
     * Two titles turn out to be one, and both queues become one: of two holds of one person that the same copies would do for, the
     * earlier one goes on, with all that was set aside for either.
     */
    Moved moveTitle(Connection connection, long from, long to, End end) throws SQLException {
        for (var bib : List.of(Math.min(from, to), Math.max(from, to))) holds.lockNewQueue(connection, bib);
        var news = new ArrayList<HoldNews>();
        var moved = new ArrayList<Long>();
        var order = HoldOrder.merged(holds.queue(connection, to), holds.queue(connection, from));
        for (var hold : holds.queue(connection, from)) {
            var twin = holds.queue(connection, to).stream()
                    .filter(other ->
                            other.patron() == hold.patron() && other.onlyItem().equals(hold.onlyItem()))
                    .findFirst();
            if (twin.isEmpty()) {
                holds.waitFor(connection, hold.id(), to);
                moved.add(hold.id());
                continue;
            }
            var twinFirst = order.indexOf(twin.get().id()) < order.indexOf(hold.id());
            var stays = twinFirst ? twin.get() : hold;
            var goes = twinFirst ? hold : twin.get();
            cancel(connection, goes.id(), end).ifPresent(news::add);
            copies.giveTo(connection, goes.id(), stays.id());
            holds.quantity(connection, stays.id(), Math.max(stays.quantity(), goes.quantity()));
            if (!twinFirst) holds.waitFor(connection, hold.id(), to);
        }
        var open = holds.queue(connection, to).stream().map(QueuedHold::id).toList();
        holds.reorder(connection, order.stream().filter(open::contains).toList());
        return new Moved(news, moved);
    }

    /** Those that are still open and still wait for the second title, where their person waits for the first one no more. */
    void moveTitleBack(Connection connection, List<Long> moved, long from, long to) throws SQLException {
        for (var bib : List.of(Math.min(from, to), Math.max(from, to))) holds.lockNewQueue(connection, bib);
        for (var hold : holds.queue(connection, to)) {
            if (!moved.contains(hold.id())) continue;
            var waits = holds.queue(connection, from).stream().anyMatch(other -> other.patron() == hold.patron());
            if (!waits) holds.waitFor(connection, hold.id(), from);
        }
    }
}
