package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.rules.PolicyCheck;
import org.carrel.devices.store.RepairPolicyStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** What schools have decided about repairs. Each change is in the audit trail. */
@Door
public class RepairPolicies {
    private final Database database;
    private final UnlistedItems items;
    private final AuditTrail audit;
    private final RepairPolicyStore store = new RepairPolicyStore();

    @Inject
    public RepairPolicies(Database database, UnlistedItems items, AuditTrail audit) {
        this.database = database;
        this.items = items;
        this.audit = audit;
    }

    /** What holds for a site; what is usual where it has decided nothing. @param site code */
    public RepairPolicy of(String site) {
        return database.read(connection -> {
            var id = items.sites(connection).stream()
                    .filter(one -> one.code().equalsIgnoreCase(site))
                    .map(Site::id)
                    .findFirst();
            var found = id.isPresent() ? store.find(connection, id.get()) : Optional.<RepairPolicy>empty();
            return found.orElse(RepairPolicy.STANDARD);
        });
    }

    /** @param site code @param policy with the version that was shown */
    public RepairChanged save(String site, RepairPolicy policy, Caller by) {
        var refused = PolicyCheck.refused(policy);
        if (refused.isPresent()) return new Refused(refused.get());
        return database.transaction(connection -> {
            var id = items.sites(connection).stream()
                    .filter(one -> one.code().equalsIgnoreCase(site) && by.isOf(one.code()))
                    .map(Site::id)
                    .findFirst();
            if (id.isEmpty()) return new Refused(Why.NO_SUCH_SITE);
            if (!store.save(connection, id.get(), policy)) return new Refused(Why.STALE);
            audit.add(
                    connection, OptionalLong.of(by.account()), "repair_policy_changed", new Subject("site", id.get()));
            return new Done(0, false);
        });
    }
}
