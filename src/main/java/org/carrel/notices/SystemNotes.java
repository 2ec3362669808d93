package org.carrel.notices;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.carrel.notices.NoticeWish.Part;
import org.carrel.notices.NoticeWish.What;
import org.carrel.patrons.RosterRefused;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.Sites;

/** Tells administrators by mail what the program cannot do without them. */
@Door
public class SystemNotes {
    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final Notices notices;

    @Inject
    public SystemNotes(Database database, Clock clock, Sites sites, Notices notices) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.notices = notices;
    }

    /** From the first site, as rosters belong to all of them. */
    public void told(@Observes RosterRefused refused) {
        var now = clock.instant();
        sites.list().stream().findFirst().ifPresent(site -> {
            var wish = new NoticeWish(
                    NoticeKind.SYSTEM_NOTE,
                    site.code(),
                    0,
                    "",
                    List.of(new Part(What.ROSTER_RUN, refused.run())),
                    now.atZone(site.zone()).toLocalDate(),
                    now);
            database.transaction(connection -> {
                notices.queue(connection, wish);
                return true;
            });
        });
    }
}
