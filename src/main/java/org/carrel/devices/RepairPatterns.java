package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.store.PatternStore;
import org.carrel.devices.store.RepairPolicyStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What repeats: worth more than another repair. */
@Door
public class RepairPatterns {
    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final PatternStore store = new PatternStore();
    private final RepairPolicyStore policies = new RepairPolicyStore();

    @Inject
    public RepairPatterns(Database database, Clock clock, UnlistedItems items) {
        this.database = database;
        this.clock = clock;
        this.items = items;
    }

    /** Something that repeats. */
    public sealed interface Pattern extends Serializable {
        /** The same fault so many times on one model within so many days. */
        record SameFault(String site, int model, String modelName, Fault fault, int count, int days)
                implements Pattern {}

        /** The same fault with the same person so often, as far as it is remembered. */
        record SamePerson(String site, OptionalLong patron, Fault fault, int count) implements Pattern {}

        /** So many open tickets are of devices that their makers support no longer. */
        record PastSupport(String site, int count) implements Pattern {}
    }

    /** Within reach; who broke what only for those who may know whose things are whose. */
    public List<Pattern> find(Caller by) {
        return database.read(connection -> {
            var found = new ArrayList<Pattern>();
            for (var site : items.sites(connection)) {
                if (!by.isOf(site.code())) continue;
                var policy = policies.find(connection, site.id()).orElse(RepairPolicy.STANDARD);
                found.addAll(store.sameFault(connection, site, policy, clock.instant()));
                if (by.may(Operation.SEE_TITLES_OF_PERSON, Owner.site(site.code())))
                    found.addAll(store.samePerson(connection, site));
                store.pastSupport(connection, site, LocalDate.now(clock)).ifPresent(found::add);
            }
            return List.copyOf(found);
        });
    }
}
