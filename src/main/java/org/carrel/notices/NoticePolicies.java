package org.carrel.notices;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.notices.NoticePolicy.Draft;
import org.carrel.notices.NoticePolicy.Problem;
import org.carrel.notices.rules.PolicyText;
import org.carrel.notices.store.NoticePolicyStore;
import org.carrel.notices.store.NoticeStore;
import org.carrel.notices.store.NoticeTextStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** When each site writes, and to whom. Every change is in the audit trail. */
@Door
public class NoticePolicies {
    private final Database database;
    private final AuditTrail audit;
    private final NoticePolicyStore store = new NoticePolicyStore();
    private final NoticeStore notices = new NoticeStore();
    private final NoticeTextStore sites = new NoticeTextStore();

    @Inject
    public NoticePolicies(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What holds at a site; the standard where nobody has said, and where there is no such site. */
    public NoticePolicy of(String site) {
        return database.read(connection -> {
            var number = notices.site(connection, site);
            return number.isEmpty()
                    ? NoticePolicy.STANDARD
                    : store.find(connection, number.get()).orElse(NoticePolicy.STANDARD);
        });
    }

    /** As a form shows it. */
    public Draft draft(String site) {
        return PolicyText.draft(of(site));
    }

    /** @return what is wrong; nothing when it is saved */
    public Set<Problem> save(String site, Draft draft, long actor) {
        var read = PolicyText.read(draft);
        if (read.policy().isEmpty()) return read.problems();
        var policy = read.policy().get();
        return database.transaction(connection -> {
            var number = sites.lock(connection, site);
            if (number.isEmpty()) return Set.of(Problem.STALE);
            var now = store.find(connection, number.get());
            if (now.map(NoticePolicy::version).orElse(0) != policy.version()) return Set.of(Problem.STALE);
            store.save(connection, number.get(), policy);
            var payload = Json.createObjectBuilder()
                    .add("dueSoon", policy.dueSoonDays())
                    .add("overdue", policy.overdueDays().toString())
                    .add("guardians", policy.guardians().name())
                    .build()
                    .toString();
            var subject = Optional.of(new Subject("site", number.get()));
            audit.add(connection, OptionalLong.of(actor), "notice_times_changed", subject, Optional.of(payload));
            return Set.of();
        });
    }
}
