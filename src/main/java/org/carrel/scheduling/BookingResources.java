package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.rules.FirstSetUp;
import org.carrel.scheduling.rules.ResourceRules;
import org.carrel.scheduling.store.ResourceStore;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What classes book at a site. Every change is in the audit trail. */
@Door
public class BookingResources {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final ResourceStore store = new ResourceStore();

    @Inject
    public BookingResources(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.audit = new AuditTrail(database, clock);
    }

    /** In the order in which they are shown; retired ones too. @param site code */
    public List<BookingResource> list(String site) {
        return database.read(
                connection -> List.copyOf(store.all(connection, site).values()));
    }

    public Optional<BookingResource> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /**
     * Keeps a new one, when its number is 0, or what has changed of one that there is.
     *
     * @return what is wrong; nothing when it is kept
     */
    public Set<ResourceProblem> save(BookingResource resource, Caller by) {
        if (!by.may(Operation.DESK_SETTINGS, Owner.site(resource.site()))) return Set.of(ResourceProblem.GONE);
        return database.transaction(connection -> {
            store.lockSite(connection, resource.site());
            var problems = problems(connection, resource);
            if (!problems.isEmpty()) return problems;
            keep(connection, resource, by);
            return Set.of();
        });
    }

    private void keep(Connection connection, BookingResource resource, Caller by) throws SQLException {
        var id = resource.id();
        if (id == 0) id = store.insert(connection, resource);
        else store.update(connection, resource);
        note(connection, by, "booking_resource_saved", id);
    }

    private void note(Connection connection, Caller by, String action, long id) throws SQLException {
        audit.add(connection, OptionalLong.of(by.account()), action, new Subject("booking_resource", id));
    }

    /**
     * What a library begins with: a place for two classes, and each cart of the inventory that nobody can book yet.
     *
     * @param carts of the site's inventory
     * @return how many were added
     */
    public int propose(String site, List<InventoryCart> carts, Caller by) {
        if (!by.may(Operation.DESK_SETTINGS, Owner.site(site))) return 0;
        return database.transaction(connection -> {
            store.lockSite(connection, site);
            var missing =
                    FirstSetUp.missing(site, carts, store.all(connection, site).values());
            for (var resource : missing) keep(connection, resource, by);
            return missing.size();
        });
    }

    private Set<ResourceProblem> problems(Connection connection, BookingResource resource) throws SQLException {
        var others = store.all(connection, resource.site());
        if (resource.id() != 0 && !others.containsKey(resource.id())) return Set.of(ResourceProblem.GONE);
        var problems = ResourceRules.problems(resource, others.values());
        if (resource.device().isPresent()
                && !store.isDevice(connection, resource.device().getAsLong(), resource.site()))
            problems.add(ResourceProblem.DEVICE);
        if (resource.account().isPresent()
                && !store.isAccount(connection, resource.account().getAsLong(), resource.site()))
            problems.add(ResourceProblem.ACCOUNT);
        if (resource.policy().isPresent()
                && !store.isPolicy(connection, resource.policy().getAsLong(), resource.site()))
            problems.add(ResourceProblem.POLICY);
        return problems;
    }

    /** Not to be booked any more, or again. What is booked stays. False when there is none within reach. */
    public boolean retire(long id, boolean retired, Caller by) {
        return database.transaction(connection -> {
            var known = store.find(connection, id)
                    .filter(found -> by.may(Operation.DESK_SETTINGS, Owner.site(found.site())));
            if (known.isEmpty()) return false;
            store.lock(connection, Set.of(id));
            store.retire(connection, id, retired ? Optional.of(clock.instant()) : Optional.empty());
            note(connection, by, retired ? "booking_resource_retired" : "booking_resource_restored", id);
            return true;
        });
    }
}
