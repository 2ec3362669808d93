package org.carrel.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import org.carrel.patrons.RosterTraces;
import org.carrel.patrons.Rosters;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.search.SearchLog;
import org.carrel.security.AuditTrail;
import org.carrel.security.Sessions;

/** Who lets go of what after its time, for the features that know nothing of it. */
@Door
public class PrivacyWiring {
    private static final Logger LOG = System.getLogger(PrivacyWiring.class.getName());

    /** Who was erased and came back with a backup goes before the first page is answered. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object application, Erasures erasures, RetentionJob job) {
        var again = erasures.eraseAgain();
        if (again > 0) LOG.log(Level.INFO, "{0} people whom a backup had brought back were erased again", again);
        job.start();
    }

    /** Who is missing from rosters for so long has left, and whoever left so long ago is erased. */
    @Produces
    @Singleton
    Retained leavers(Rosters rosters, Erasures erasures) {
        return Retained.of(KeptData.PEOPLE_WHO_LEFT, before -> {
            rosters.settle();
            return erasures.eraseLeavers(before);
        });
    }

    @Produces
    @Singleton
    Retained searchWords(SearchLog log, Clock clock) {
        return Retained.of(KeptData.SEARCH_WORDS, before -> log.forget(LocalDate.ofInstant(before, clock.getZone())));
    }

    @Produces
    @Singleton
    Retained logs(Settings settings) {
        return Retained.of(
                KeptData.LOGS, before -> OldFiles.forgetLogs(settings.home().logs(), before));
    }

    @Produces
    @Singleton
    Retained auditTrail(AuditTrail audit, PersonViews views) {
        return Retained.of(KeptData.AUDIT_TRAIL, before -> views.forget(before) + audit.forget(before));
    }

    @Produces
    @Singleton
    Retained rosters(RosterTraces rosters) {
        return Retained.of(KeptData.ROSTERS, rosters::forget);
    }

    @Produces
    @Singleton
    Retained browsers(Sessions sessions) {
        return Retained.of(KeptData.BROWSERS, sessions::forget);
    }

    @Produces
    @Singleton
    Retained reports(Settings settings) {
        return Retained.of(
                KeptData.REPORTS, before -> OldFiles.forget(settings.home().support(), before));
    }
}
