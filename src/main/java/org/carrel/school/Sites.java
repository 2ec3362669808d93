package org.carrel.school;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.rules.SiteRules;
import org.carrel.school.store.SiteStore;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** The school's buildings and what holds in each. Every change is in the audit trail. */
@Door
public class Sites {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final SiteStore store = new SiteStore();

    @Inject
    public Sites(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** By code. */
    public List<SchoolSite> list() {
        return database.read(connection -> store.all(connection, clock.getZone()));
    }

    public Optional<SchoolSite> find(String code) {
        return list().stream()
                .filter(site -> site.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Time zones that a site may have, in their order. */
    public List<String> zones() {
        return List.copyOf(SiteRules.zones());
    }

    /** @return what is wrong; nothing when it is saved */
    public List<SchoolProblem> save(SiteDraft draft, long actor) {
        var problems = SiteRules.check(draft);
        if (!problems.isEmpty()) return problems;
        return database.transaction(connection -> {
            var id = store.lock(connection, draft.code());
            if (id.isEmpty()) return wrong(Field.CODE, Kind.NO_CODE, draft.code());
            if (store.version(connection, id.get()) != draft.version()) return wrong(Field.NAME, Kind.STALE, "");
            write(connection, id.get(), draft, actor, "site_changed");
            return List.of();
        });
    }

    /** One more site. @return what is wrong; nothing when it is added */
    public List<SchoolProblem> add(SiteDraft draft, long actor) {
        var problems = new ArrayList<>(SiteRules.check(draft));
        if (!SiteRules.isCode(draft.code())) problems.add(SchoolProblem.of(Field.CODE, Kind.NO_CODE, draft.code()));
        if (!problems.isEmpty()) return problems;
        return database.transaction(connection -> {
            if (!store.add(connection, draft.code(), draft.name()))
                return wrong(Field.CODE, Kind.CODE_TAKEN, draft.code());
            write(connection, store.lock(connection, draft.code()).orElseThrow(), draft, actor, "site_added");
            return List.of();
        });
    }

    private void write(Connection connection, int id, SiteDraft draft, long actor, String action) throws SQLException {
        store.rename(connection, id, draft.name());
        store.save(connection, id, draft);
        var payload = Json.createObjectBuilder()
                .add("name", draft.name())
                .add("zone", draft.zone())
                .add("sender", draft.senderMail())
                .build();
        audit.add(
                connection,
                OptionalLong.of(actor),
                action,
                Optional.of(new Subject("site", id)),
                Optional.of(payload.toString()));
    }

    private static List<SchoolProblem> wrong(Field field, Kind kind, String detail) {
        return List.of(SchoolProblem.of(field, kind, detail));
    }
}
