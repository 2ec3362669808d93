package org.carrel.privacy;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.patrons.PatronErasure;
import org.carrel.patrons.PatronErasure.Known;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.rules.Views;
import org.carrel.privacy.store.ViewAlarmStore;
import org.carrel.privacy.store.ViewAlarmStore.Kind;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** Each look at another person's record is written down, and unusual ones are noticed (rule PR-5). */
@Door
public class PersonViews {
    static final String ACTION = "person_viewed";
    private static final String CLASS_ACTION = "class_viewed";
    private static final Logger LOG = System.getLogger(PersonViews.class.getName());
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;
    private final PatronErasure patrons;
    private final AuditTrail audit;
    private final AccountNames names;
    private final ViewAlarmStore alarms = new ViewAlarmStore();

    @Inject
    public PersonViews(Database database, Clock clock, PatronErasure patrons, AuditTrail audit, AccountNames names) {
        this.database = database;
        this.clock = clock;
        this.patrons = patrons;
        this.audit = audit;
        this.names = names;
    }

    /**
     * Something that an administrator should know.
     *
     * @param who name of the account
     * @param sameName of the own family perhaps; else of unusually many people
     * @param views within the hour
     */
    public record Alarm(Instant hour, String who, boolean sameName, int views) {}

    /**
     * Before a record is shown. False when there is no such person within reach: nothing may be shown then.
     *
     * @param why in words of our own or of who looks; it is encrypted, and the person may read it
     */
    public boolean looked(Caller by, long patron, String why) {
        return database.transaction(connection -> {
            var person = patrons.find(connection, patron).filter(known -> Reached.by(by, known));
            if (person.isEmpty()) return false;
            var views = audit.count(
                            connection, by.account(), ACTION, clock.instant().minus(HOUR))
                    + 1;
            notice(connection, by, person.get(), views);
            audit.addAbout(
                    connection,
                    OptionalLong.of(by.account()),
                    ACTION,
                    person.get().pseudonym(),
                    Whys.write(why));
            return true;
        });
    }

    /**
     * Before a teacher is shown how much each of the own class has. It is written down for everybody, and is no reason for an alarm:
     * a class has as many people as it has. The numbers of those who may be shown.
     *
     * @param why as with one person
     */
    public Set<Long> lookedAtClass(Caller by, Collection<Long> people, String why) {
        return database.transaction(connection -> {
            var shown = new LinkedHashSet<Long>();
            for (var patron : people) {
                var person = patrons.find(connection, patron).filter(known -> Reached.by(by, known));
                if (person.isEmpty()) continue;
                var account = OptionalLong.of(by.account());
                audit.addAbout(connection, account, CLASS_ACTION, person.get().pseudonym(), Whys.write(why));
                shown.add(patron);
            }
            return shown;
        });
    }

    private void notice(Connection connection, Caller by, Known person, long views) throws SQLException {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (Views.areMany(views) && alarms.raise(connection, by.account(), hour, Kind.MANY, views)) {
            LOG.log(
                    Level.WARNING,
                    "Account {0} has looked at the records of more than {1} people within an hour",
                    String.valueOf(by.account()),
                    Views.MANY);
        }
        var own = person.usernames().contains(by.username());
        if (!own && Views.mayBeFamily(by.displayName(), person.familyName())) {
            alarms.raise(connection, by.account(), hour, Kind.SAME_NAME, views);
        }
    }

    /** Forgets what was noticed before that time. How many rows. */
    int forget(Instant before) {
        return database.transaction(connection -> alarms.forget(connection, before));
    }

    /** The latest first. Of accounts of the own site only, for who reaches no other. */
    public List<Alarm> alarms(Caller by, int days) {
        var since = clock.instant().minus(Duration.ofDays(days));
        return database.read(connection -> alarms.since(connection, since, by.site())).stream()
                .map(row -> new Alarm(row.hour(), names.of(row.account()), row.kind() == Kind.SAME_NAME, row.views()))
                .toList();
    }
}
