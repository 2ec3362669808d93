package org.carrel.circulation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Database;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;
import org.carrel.privacy.Retention;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditTrail;
import org.carrel.security.PersonKeys;

/** A desk as the server has one, for benchmarks. */
public final class BenchDesk {
    private BenchDesk() {}

    public static CirculationDesk open(Database database, Path home) {
        var clock = Clock.systemUTC();
        var audit = new AuditTrail(database, clock, new PersonKeys(home.resolve("keys")));
        var calendar = new SchoolCalendar(database, clock, audit);
        var rules = new LoanRules(database, clock, audit, calendar, List.of());
        var retention = new Retention(database, clock, Settings.of(new SettingSources()));
        var terms = new LendingTerms(rules::table, calendar, retention, site -> BellTimes.UNKNOWN);
        var items = new ItemsAtDesk();
        var ledger = new FeeLedger(List.of());
        var deskRules = new DeskRules(
                terms,
                new HoldQueue(Duration.ZERO, rules::table),
                ledger,
                new LostAndFound(items, ledger),
                new LossByRule(rules::table, calendar),
                List.of(),
                List.of(),
                List.of());
        return new CirculationDesk(
                database, clock, items, new Borrowers(), new Patrons(database, clock), deskRules, audit);
    }
}
