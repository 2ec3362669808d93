package org.carrel.privacy;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.store.TitlePolicyStore;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** What each school may tell of a student's titles, and by which law. Nothing, until somebody says so with a reason. */
@Door
public class TitlePolicies {
    /** Longest statute and longest reason, in characters. */
    public static final int LONGEST = 500;

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final TitlePolicyStore store = new TitlePolicyStore();

    @Inject
    public TitlePolicies(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What holds at a site.
     *
     * @param site code
     * @param statute empty where nobody is told
     * @param changed empty while nobody has ever changed it
     */
    public record Policy(
            String site, String siteName, TitleReaders readers, String statute, Optional<Instant> changed) {}

    /** What came of a change. */
    public enum Result {
        CHANGED,
        NO_REASON,
        NO_STATUTE,
        TOO_LONG,
        /** There is no such site within reach. */
        MISSING
    }

    /** Of the sites within reach. */
    public List<Policy> all(Caller by) {
        return database.read(store::all).stream()
                .filter(policy -> by.isOf(policy.site()))
                .toList();
    }

    /** Whether this reader may be told the titles of a student of the site. The strictest where the site is not known. */
    public boolean tells(String site, TitleReaders asker) {
        return database.read(store::all).stream()
                .anyMatch(policy ->
                        policy.site().equalsIgnoreCase(site) && policy.readers().tells(asker));
    }

    public Result change(Caller by, String site, TitleReaders readers, String statute, String reason) {
        var law = statute.strip();
        var why = reason.strip();
        if (why.isEmpty()) return Result.NO_REASON;
        if (law.isEmpty() && readers != TitleReaders.NOBODY) return Result.NO_STATUTE;
        if (law.length() > LONGEST || why.length() > LONGEST) return Result.TOO_LONG;
        if (!by.isOf(site)) return Result.MISSING;
        return database.transaction(connection -> {
            var number = store.site(connection, site);
            if (number.isEmpty()) return Result.MISSING;
            store.set(connection, number.get(), readers, law, why, clock.instant(), by.account());
            var payload = Json.createObjectBuilder()
                    .add("readers", readers.name())
                    .add("statute", law)
                    .add("reason", why)
                    .build()
                    .toString();
            var subject = Optional.of(new Subject("site", number.get()));
            audit.add(connection, OptionalLong.of(by.account()), "title_policy_changed", subject, Optional.of(payload));
            return Result.CHANGED;
        });
    }
}
