package org.carrel.circulation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.circulation.store.HoldListStore;
import org.carrel.circulation.store.HoldStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Each minute, on one node: ends holds that were not picked up in time (rule H4), on titles that are gone and of people who have
 * left (rule H9), and forgets who had those that are over. Done again, it finds nothing to do.
 */
@Door
public class HoldJob implements AutoCloseable {
    private static final Logger LOG = System.getLogger(HoldJob.class.getName());
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final SchoolCalendar calendar;
    private final Borrowers people;
    private final HoldQueue queue;
    private final List<HoldListener> listeners;
    private final HoldListStore lists = new HoldListStore();
    private final HoldStore holds = new HoldStore();
    private @Nullable Thread thread;

    @Inject
    public HoldJob(
            Database database,
            Clock clock,
            Sites sites,
            SchoolCalendar calendar,
            Borrowers people,
            LoanRules rules,
            Settings settings,
            @Any Instance<HoldListener> listeners) {
        this(
                database,
                clock,
                sites,
                calendar,
                people,
                HoldQueue.keeping(settings.retention(), rules::table),
                listeners.stream().toList());
    }

    HoldJob(
            Database database,
            Clock clock,
            Sites sites,
            SchoolCalendar calendar,
            Borrowers people,
            HoldQueue queue,
            List<HoldListener> listeners) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.calendar = calendar;
        this.people = people;
        this.queue = queue;
        this.listeners = List.copyOf(listeners);
    }

    /** What was done. */
    public record Done(int expired, int withoutTitle, int ofWhoLeft, int forgotten) {
        static final Done NOTHING = new Done(0, 0, 0, 0);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        thread = Thread.ofPlatform().daemon().name("holds").start(this::everyMinute);
    }

    private void everyMinute() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Holds that are over could not be ended; it is tried again", e);
            }
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Nothing while another node is at it. */
    public Done run() {
        var done = new ArrayList<Done>();
        database.exclusively(
                "holds",
                Duration.ZERO,
                () -> done.add(new Done(expire(), endOfGoneTitles(), endOfWhoLeft(), forget())));
        return done.isEmpty() ? Done.NOTHING : done.getFirst();
    }

    private int expire() {
        var count = 0;
        for (var site : sites.list()) {
            var today = calendar.of(site.code()).today(clock.instant());
            List<Long> late = database.read(connection -> lists.expired(connection, site.id(), today));
            for (var hold : late) {
                // Looked at again under the locks: it may have been picked up, or its date moved.
                count += end(hold, HoldEnd.NOT_PICKED_UP, connection -> lists.expired(connection, site.id(), today)
                        .contains(hold));
            }
        }
        return count;
    }

    private int endOfGoneTitles() {
        List<Long> gone = database.read(lists::ofGoneTitles);
        return gone.stream()
                .mapToInt(hold -> end(hold, HoldEnd.TITLE_GONE, connection -> lists.ofGoneTitles(connection)
                        .contains(hold)))
                .sum();
    }

    /** Whether it is still so. */
    private interface Still {
        boolean so(Connection connection) throws SQLException;
    }

    private int end(long hold, HoldEnd why, Still still) {
        return database.transaction(connection -> {
            var row = holds.find(connection, hold);
            if (row.isEmpty() || row.get().patron().isEmpty()) return 0;
            people.lock(connection, row.get().patron().getAsLong());
            holds.lockQueue(connection, row.get().bib());
            if (!still.so(connection)) return 0;
            var news = queue.cancel(connection, hold, why, OptionalLong.empty(), "", clock.instant());
            if (news.isEmpty()) return 0;
            tell(connection, List.of(news.get()));
            return 1;
        });
    }

    private int endOfWhoLeft() {
        List<Long> people = database.read(lists::whoLeft);
        return people.stream().mapToInt(this::endOf).sum();
    }

    private int endOf(long patron) {
        return database.transaction(connection -> {
            people.lock(connection, patron);
            if (!lists.whoLeft(connection).contains(patron)) return 0;
            var news = queue.patronGone(connection, patron, HoldEnd.PATRON_LEFT, OptionalLong.empty(), clock.instant());
            tell(connection, news);
            return news.size();
        });
    }

    private int forget() {
        return database.transaction(connection -> holds.forget(connection, clock.instant()));
    }

    private void tell(Connection connection, List<HoldNews> news) throws SQLException {
        for (var listener : listeners) listener.heard(connection, news);
    }

    @Override
    @PreDestroy
    public void close() {
        if (thread != null) thread.interrupt();
    }
}
