package org.carrel.shelfwork;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolSite;
import org.carrel.security.Caller;
import org.carrel.shelfwork.rules.WeedingRules;
import org.carrel.shelfwork.rules.WeedingRules.Standing;
import org.carrel.shelfwork.store.WeedingStore;

/** What should leave the shelves: copies that rules name, and what somebody decides about each. */
@Door
public class Weeding {
    /** Copies that one form may hold. */
    public static final int MOST_AT_ONCE = 1_000;

    public static final int LONGEST_REASON = 200;
    /** Nobody decides for longer than so many years. */
    public static final int MOST_YEARS = 20;

    private final Database database;
    private final Clock clock;
    private final Publications publications;
    private final ItemsAtDesk items;
    private final WeedingStore store = new WeedingStore();

    @Inject
    public Weeding(Database database, Clock clock, Publications publications, ItemsAtDesk items) {
        this.database = database;
        this.clock = clock;
        this.publications = publications;
        this.items = items;
    }

    public List<WeedingRule> rules() {
        return database.read(store::rules);
    }

    /** Adds a rule whose number is 0, or changes the one of this number. @return what is wrong; empty when it is saved */
    public Optional<WeedingProblem> save(WeedingRule rule) {
        var problem = WeedingRules.problem(rule);
        if (problem.isPresent()) return problem;
        return database.transaction(connection -> {
            if (rule.id() == 0)
                return store.add(connection, rule) ? Optional.empty() : Optional.of(WeedingProblem.NAME_TAKEN);
            if (store.isTaken(connection, rule.name(), rule.id())) return Optional.of(WeedingProblem.NAME_TAKEN);
            return store.change(connection, rule) ? Optional.empty() : Optional.of(WeedingProblem.STALE);
        });
    }

    /** What is wrong with a rule by itself; empty when nothing is. */
    public Optional<WeedingProblem> problem(WeedingRule rule) {
        return WeedingRules.problem(rule);
    }

    /** All copies of a site with what rules go by, in the order of its shelves. */
    public List<WeedingCopy> copies(SchoolSite site) {
        var known = publications.all();
        return database.read(connection -> store.copies(connection, site.id(), site.zone(), known));
    }

    /** The copies of a site that rules name. */
    public WeedingList list(SchoolSite site) {
        var copies = copies(site);
        var today = today(site);
        var kept =
                copies.stream().filter(copy -> WeedingRules.isKept(copy, today)).toList();
        return new WeedingList(WeedingRules.list(copies, rules(), today), kept);
    }

    /** How many copies each rule names, by its number, kept ones left out; inactive rules too. */
    public Map<Integer, Integer> counts(SchoolSite site, List<WeedingRule> rules) {
        var today = today(site);
        var copies = copies(site).stream()
                .filter(copy -> !WeedingRules.isKept(copy, today))
                .toList();
        var counts = new HashMap<Integer, Integer>();
        for (var rule : rules)
            counts.put(rule.id(), (int) copies.stream()
                    .filter(copy -> WeedingRules.names(rule, copy, today))
                    .count());
        return counts;
    }

    public LocalDate today(SchoolSite site) {
        return clock.instant().atZone(site.zone()).toLocalDate();
    }

    /** Takes copies off the list until the end of a year. */
    public Optional<WeedingProblem> keep(SchoolSite site, Collection<Long> chosen, int year, String reason, Caller by) {
        var text = reason.strip();
        var thisYear = today(site).getYear();
        if (chosen.isEmpty()) return Optional.of(WeedingProblem.NOTHING_CHOSEN);
        if (text.isEmpty() || text.length() > LONGEST_REASON) return Optional.of(WeedingProblem.NO_REASON);
        if (year < thisYear || year > thisYear + MOST_YEARS) return Optional.of(WeedingProblem.NO_YEAR);
        return database.transaction(connection -> {
            var here = here(store.find(connection, chosen), site);
            store.keep(connection, numbers(here), year, text, clock.instant(), by.account());
            return Optional.empty();
        });
    }

    /** Puts copies on the list again that were to stay. */
    public void forget(SchoolSite site, Collection<Long> chosen) {
        database.transaction(connection -> {
            store.forget(connection, numbers(here(store.find(connection, chosen), site)));
            return true;
        });
    }

    /** Sends copies to be mended: nobody borrows them until somebody says that they are in order. */
    public Optional<WeedingProblem> mend(SchoolSite site, Collection<Long> chosen) {
        if (chosen.isEmpty()) return Optional.of(WeedingProblem.NOTHING_CHOSEN);
        return database.transaction(connection -> {
            items.lockAll(connection, chosen);
            var mended = here(store.find(connection, chosen), site).stream()
                    .filter(copy -> copy.where() == ShelfCopy.Where.SHELF
                            && copy.condition() != ItemCondition.LOST
                            && copy.condition() != ItemCondition.MISSING)
                    .toList();
            items.setConditions(connection, numbers(mended), ItemCondition.IN_REPAIR);
            items.changed(connection, WeedingStore.bibs(mended.stream()));
            return Optional.empty();
        });
    }

    /** What withdrawing these would do. */
    public WithdrawPlan plan(SchoolSite site, Collection<Long> chosen) {
        return database.read(connection -> plan(connection, site, chosen));
    }

    private WithdrawPlan plan(Connection connection, SchoolSite site, Collection<Long> chosen) throws SQLException {
        var copies = here(store.find(connection, chosen), site);
        var bibs = WeedingStore.bibs(copies.stream());
        var standings = new HashMap<>(store.standings(connection, bibs, site.id(), clock.instant()));
        var rows = new ArrayList<WithdrawPlan.Row>();
        for (var copy : copies) {
            var before = standings.getOrDefault(copy.bib(), new Standing(0, 0, 0, 0));
            var isGone = copy.condition() == ItemCondition.LOST || copy.condition() == ItemCondition.MISSING;
            var less = isGone ? 0 : 1;
            var after =
                    new Standing(before.waiting(), before.left() - less, before.planned(), before.leftHere() - less);
            var refusal = WeedingRules.refusal(copy, after);
            if (refusal.isEmpty()) standings.put(copy.bib(), after);
            rows.add(new WithdrawPlan.Row(copy, refusal));
        }
        return new WithdrawPlan(rows);
    }

    private static List<ShelfCopy> here(List<ShelfCopy> copies, SchoolSite site) {
        return copies.stream().filter(copy -> copy.site() == site.id()).toList();
    }

    private static List<Long> numbers(List<ShelfCopy> copies) {
        return copies.stream().map(ShelfCopy::id).toList();
    }

    /** Withdraws those that can be; the others stay and are told. @param request the same again does nothing a second time */
    public WithdrawPlan withdraw(SchoolSite site, Collection<Long> chosen, UUID request, Caller by) {
        return database.transaction(connection -> {
            items.lockAll(connection, chosen);
            var day = today(site);
            var batch = store.begin(connection, site.id(), request, clock.instant(), day, by.account());
            var plan = plan(connection, site, chosen);
            if (batch.isEmpty()) return new WithdrawPlan(List.of());
            var gone = plan.rows().stream()
                    .filter(row -> row.refusal().isEmpty())
                    .map(WithdrawPlan.Row::copy)
                    .toList();
            if (gone.isEmpty()) {
                store.removeBatch(connection, batch.get());
                return plan;
            }
            items.withdraw(connection, numbers(gone), Optional.of(day));
            store.addTo(connection, batch.get(), numbers(gone));
            items.changed(connection, WeedingStore.bibs(gone.stream()));
            return plan;
        });
    }

    /** What was withdrawn last, the latest first. */
    public List<WeedingBatch> batches(SchoolSite site, int most) {
        return database.read(connection -> store.batches(connection, site.id(), most));
    }

    /** Brings back what was withdrawn together. @return how many; 0 when somebody was first */
    public int undo(SchoolSite site, long batch, Caller by) {
        return database.transaction(connection -> {
            items.lockAll(connection, store.toBringBack(connection, batch, site.id()));
            var back = store.toBringBack(connection, batch, site.id());
            if (!store.undo(connection, batch, site.id(), clock.instant(), by.account())) return 0;
            items.withdraw(connection, back, Optional.empty());
            items.changed(connection, WeedingStore.bibs(store.find(connection, back).stream()));
            return back.size();
        });
    }
}
