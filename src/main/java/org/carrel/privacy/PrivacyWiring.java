package org.carrel.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.carrel.patrons.RosterStaging;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.search.SearchLog;
import org.carrel.security.AuditTrail;
import org.carrel.security.Sessions;

/** Who lets go of what after its time, for the features that know nothing of it. */
@Door
public class PrivacyWiring {
    void start(@Observes @Initialized(ApplicationScoped.class) Object application, RetentionJob job) {
        job.start();
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
    Retained auditTrail(AuditTrail audit) {
        return Retained.of(KeptData.AUDIT_TRAIL, audit::forget);
    }

    @Produces
    @Singleton
    Retained rosters(RosterStaging rosters) {
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
