package org.carrel.school;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.store.SiteStore;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** Changes one site's calendar while nobody else does, and says so in the audit trail. */
final class CalendarChanges {
    private static final int LONGEST_DETAIL = 500;

    private final Database database;
    private final AuditTrail audit;
    private final SiteStore sites = new SiteStore();

    CalendarChanges(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * What is done and by whom.
     *
     * @param detail for the audit trail
     */
    record Act(String site, long actor, String action, String detail) {}

    /** Writes, or says what is wrong and has written nothing. */
    @FunctionalInterface
    interface Work {
        List<SchoolProblem> on(Connection connection, int site) throws SQLException;
    }

    List<SchoolProblem> run(Act act, Work work) {
        return database.transaction(connection -> {
            var id = sites.lock(connection, act.site());
            if (id.isEmpty()) return List.of(SchoolProblem.of(Field.CODE, Kind.NO_CODE, act.site()));
            var problems = work.on(connection, id.get());
            if (problems.isEmpty()) note(connection, act, id.get());
            return problems;
        });
    }

    private void note(Connection connection, Act act, int site) throws SQLException {
        var detail = act.detail().length() > LONGEST_DETAIL ? act.detail().substring(0, LONGEST_DETAIL) : act.detail();
        var payload = Json.createObjectBuilder().add("what", detail).build();
        audit.add(
                connection,
                OptionalLong.of(act.actor()),
                act.action(),
                Optional.of(new Subject("site", site)),
                Optional.of(payload.toString()));
    }
}
