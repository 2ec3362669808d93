package org.carrel.school;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.rules.SchoolFile;
import org.carrel.school.store.CalendarStore;
import org.carrel.school.store.SiteStore;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** Sites and calendars of a first start, from a file: later ones leave everything as people have it. */
@Door
public class FirstCalendar {
    private final Database database;
    private final AuditTrail audit;
    private final SiteStore sites = new SiteStore();
    private final CalendarStore calendars = new CalendarStore();

    @Inject
    public FirstCalendar(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Whether somebody has said something about any site. */
    public boolean isOver() {
        return database.read(sites::hasAny);
    }

    /**
     * Takes the whole file or nothing; nothing either when it is over.
     *
     * @param text of {@code config/school.csv}
     * @return what is wrong, each with its line
     */
    public List<SchoolProblem> fill(String text) {
        var read = SchoolFile.read(text);
        if (read.found().isEmpty()) return read.problems();
        return database.transaction(connection -> {
            if (sites.hasAny(connection)) return List.of();
            for (var plan : read.found().get()) fill(connection, plan);
            audit.add(connection, OptionalLong.empty(), "school_filled", Optional.<Subject>empty(), Optional.empty());
            return List.of();
        });
    }

    private void fill(Connection connection, SchoolPlan plan) throws SQLException {
        var draft = plan.site();
        sites.add(connection, draft.code(), draft.name());
        var id = sites.lock(connection, draft.code()).orElseThrow();
        sites.rename(connection, id, draft.name());
        sites.save(connection, id, draft);
        calendars.replaceWeek(connection, id, plan.week());
        for (var term : plan.terms()) calendars.addTerm(connection, id, term);
        for (var closure : plan.closures()) calendars.addClosure(connection, id, closure);
    }
}
