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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.LossRules.Aging;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LossStore;
import org.carrel.circulation.store.LossStore.Late;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.jspecify.annotations.Nullable;

/**
 * What is overdue for as long as its rule says counts as lost, after a warning (rule X4). On one node, and no matter how often:
 * what is lost, claimed, in repair or over is left alone (B60).
 */
@Door
public class AgedToLost implements AutoCloseable {
    private static final Logger LOG = System.getLogger(AgedToLost.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final int PAGE = 200;

    private final Database database;
    private final Clock clock;
    private final Borrowers borrowers;
    private final ItemsAtDesk items;
    private final LostAndFound lostAndFound;
    private final List<LossRules> rules;
    private final List<LossNotices> notices;
    private final LoanStore loans = new LoanStore();
    private final LossStore losses = new LossStore();
    private @Nullable Thread thread;

    @Inject
    public AgedToLost(
            Database database,
            Clock clock,
            Borrowers borrowers,
            ItemsAtDesk items,
            LostAndFound lostAndFound,
            @Any Instance<LossRules> rules,
            @Any Instance<LossNotices> notices) {
        this(
                database,
                clock,
                borrowers,
                items,
                lostAndFound,
                rules.stream().toList(),
                notices.stream().toList());
    }

    AgedToLost(
            Database database,
            Clock clock,
            Borrowers borrowers,
            ItemsAtDesk items,
            LostAndFound lostAndFound,
            List<LossRules> rules,
            List<LossNotices> notices) {
        this.database = database;
        this.clock = clock;
        this.borrowers = borrowers;
        this.items = items;
        this.lostAndFound = lostAndFound;
        this.rules = List.copyOf(rules);
        this.notices = List.copyOf(notices);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (!rules.isEmpty())
            thread = Thread.ofPlatform().daemon().name("aged-to-lost").start(this::everyHour);
    }

    private void everyHour() {
        while (!Thread.currentThread().isInterrupted()) {
            runSafely();
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void runSafely() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Overdue loans could not be looked through; it is tried again", e);
        }
    }

    /** What was warned of and what counts as lost now; nothing while another node is at it. */
    public List<AgedLoan> run() {
        var told = new ArrayList<AgedLoan>();
        database.exclusively("aged-to-lost", Duration.ZERO, () -> look(told));
        return told;
    }

    private void look(List<AgedLoan> told) {
        var now = clock.instant();
        var page = page(now, 0);
        while (!page.isEmpty()) {
            for (var late : page) {
                Optional<AgedLoan> aged = database.transaction(connection -> age(connection, late, now));
                aged.ifPresent(told::add);
            }
            page = page(now, page.getLast().loan());
        }
    }

    private List<Late> page(Instant now, long after) {
        return database.read(connection -> losses.late(connection, now, after, PAGE)).stream()
                .toList();
    }

    private Optional<AgedLoan> age(Connection connection, Late late, Instant now) throws SQLException {
        // Most are neither: looked at without any lock first.
        if (step(connection, late, now).isEmpty()) return Optional.empty();
        if (borrowers.lock(connection, late.patron()).isEmpty()) return Optional.empty();
        var copy = items.lock(connection, late.item());
        if (copy.isEmpty() || loans.lock(connection, late.loan()).isEmpty()) return Optional.empty();
        var step = step(connection, late, now);
        if (step.isEmpty()) return Optional.empty();
        if (step.get().lost()) lose(connection, step.get(), copy.get(), now);
        else losses.warned(connection, late.loan(), now);
        for (var notice : notices) notice.tell(connection, step.get());
        return step;
    }

    private Optional<AgedLoan> step(Connection connection, Late late, Instant now) throws SQLException {
        var loan =
                loans.find(connection, late.loan()).filter(known -> known.isOverdue(now) && known.isOf(late.patron()));
        var copy = items.find(connection, late.item()).map(ItemForLoan::condition);
        if (loan.isEmpty() || copy.isEmpty() || isAway(copy.get())) return Optional.empty();
        var aging =
                rules.stream().flatMap(rule -> rule.aging(loan.get()).stream()).findFirst();
        var days = overdueDays(loan.get(), now);
        if (aging.isEmpty()) return Optional.empty();
        if (days >= aging.get().lostAfter()) return Optional.of(aged(late, true));
        return isWarned(aging.get(), days) && !losses.isWarned(connection, late.loan())
                ? Optional.of(aged(late, false))
                : Optional.empty();
    }

    private static boolean isWarned(Aging aging, long days) {
        return aging.warnBefore() > 0 && days >= aging.lostAfter() - aging.warnBefore();
    }

    private static boolean isAway(ItemCondition condition) {
        return condition == ItemCondition.LOST
                || condition == ItemCondition.MISSING
                || condition == ItemCondition.IN_REPAIR;
    }

    private static AgedLoan aged(Late late, boolean lost) {
        return new AgedLoan(late.loan(), late.item(), late.patron(), lost);
    }

    private static long overdueDays(Loan loan, Instant now) {
        var today = LocalDate.ofInstant(now, loan.zone());
        return loan.dueOn().map(due -> ChronoUnit.DAYS.between(due, today)).orElse(0L);
    }

    private void lose(Connection connection, AgedLoan aged, ItemForLoan copy, Instant now) throws SQLException {
        var loan = loans.find(connection, aged.loan()).orElseThrow();
        var rule = rules.getFirst();
        var act = new DeskAct(UUID.randomUUID(), now, OptionalLong.empty());
        lostAndFound.markLost(
                connection,
                aged.loan(),
                rule.group(copy),
                rule.terms(loan, copy, now),
                Optional.of(overdueDays(loan, now)),
                act);
    }

    @Override
    @PreDestroy
    public void close() {
        if (thread != null) thread.interrupt();
    }
}
