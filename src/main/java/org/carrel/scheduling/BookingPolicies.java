package org.carrel.scheduling;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.rules.PolicyCheck;
import org.carrel.scheduling.store.PolicyStore;
import org.carrel.scheduling.store.ResourceStore;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** Policies of booking at a site. Every change is in the audit trail. */
@Door
public class BookingPolicies {
    private final Database database;
    private final AuditTrail audit;
    private final PolicyStore store = new PolicyStore();
    private final ResourceStore resources = new ResourceStore();

    @Inject
    public BookingPolicies(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** By name. @param site code */
    public List<NamedPolicy> list(String site) {
        return database.read(connection -> store.list(connection, site));
    }

    /**
     * Keeps a new one, when its number is 0, or what has changed of one that there is; its resources go by it from now on, and those
     * that did and are not named go by the usual one.
     *
     * @return what is wrong; nothing when it is kept
     */
    public Set<PolicyProblem> save(NamedPolicy named, Caller by) {
        if (!by.may(Operation.DESK_SETTINGS, Owner.site(named.site()))) return Set.of(PolicyProblem.GONE);
        return database.transaction(connection -> {
            resources.lockSite(connection, named.site());
            var others = store.list(connection, named.site());
            var before =
                    others.stream().filter(other -> other.id() == named.id()).findFirst();
            var problems = problems(connection, named, others, before);
            if (!problems.isEmpty()) return problems;
            var id = named.id() == 0 ? store.insert(connection, named) : store.update(connection, named);
            assign(connection, id, before, named);
            note(connection, by, "booking_policy_saved", id, named.name());
            return Set.of();
        });
    }

    private Set<PolicyProblem> problems(
            Connection connection, NamedPolicy named, List<NamedPolicy> others, Optional<NamedPolicy> before)
            throws SQLException {
        var known = resources.all(connection, named.site()).keySet();
        if (named.id() != 0 && before.isEmpty() || !known.containsAll(named.resources()))
            return EnumSet.of(PolicyProblem.GONE);
        return PolicyCheck.problems(named, others);
    }

    /** Those who book hold what they book: they are waited for, in the order of numbers. */
    private void assign(Connection connection, long id, Optional<NamedPolicy> before, NamedPolicy named)
            throws SQLException {
        var touched = new TreeSet<>(named.resources());
        before.ifPresent(known -> touched.addAll(known.resources()));
        resources.lock(connection, touched);
        for (var resource : touched)
            resources.policy(
                    connection,
                    resource,
                    named.resources().contains(resource) ? OptionalLong.of(id) : OptionalLong.empty());
    }

    /** @return what is wrong; nothing when it is gone */
    public Set<PolicyProblem> remove(long id, Caller by) {
        return database.transaction(connection -> {
            var known = store.find(connection, id)
                    .filter(found -> by.may(Operation.DESK_SETTINGS, Owner.site(found.site())));
            if (known.isEmpty()) return Set.of(PolicyProblem.GONE);
            resources.lockSite(connection, known.get().site());
            if (!store.remove(connection, id)) return Set.of(PolicyProblem.IN_USE);
            note(connection, by, "booking_policy_removed", id, known.get().name());
            return Set.of();
        });
    }

    private void note(Connection connection, Caller by, String action, long id, String name) throws SQLException {
        audit.add(
                connection,
                OptionalLong.of(by.account()),
                action,
                Optional.of(new Subject("booking_policy", id)),
                Optional.of(Json.createObjectBuilder().add("what", name).build().toString()));
    }
}
