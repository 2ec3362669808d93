package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.scheduling.ics.IcsCalendar;
import org.carrel.scheduling.ics.IcsEvent;
import org.carrel.scheduling.store.FeedStore;
import org.carrel.scheduling.store.FeedStore.Reader;
import org.carrel.scheduling.store.ResourceStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.NoticeLanguages;
import org.carrel.school.SchoolSite;
import org.carrel.school.Sites;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.SecretWords;

/**
 * Calendars to subscribe to: the own sessions by a secret address, and when a place or thing is taken for everybody, where the school
 * shows that (B-43).
 */
@Door
public class CalendarFeeds {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 400;
    private static final Duration READ_EVERY = Duration.ofHours(1);
    private static final Duration COARSE = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final OwnClasses people;
    private final SecretWords words;
    private final AuditTrail audit;
    private final String baseUrl;
    private final FeedStore store = new FeedStore();
    private final SessionStore sessions = new SessionStore();
    private final ResourceStore resources = new ResourceStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public CalendarFeeds(
            Database database,
            Clock clock,
            Sites sites,
            OwnClasses people,
            SecretWords words,
            AuditTrail audit,
            Settings settings) {
        this(
                database,
                clock,
                sites,
                people,
                words,
                audit,
                settings.http().baseUrl().toString());
    }

    /** @param baseUrl how people reach the server */
    public CalendarFeeds(
            Database database,
            Clock clock,
            Sites sites,
            OwnClasses people,
            SecretWords words,
            AuditTrail audit,
            String baseUrl) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.people = people;
        this.words = words;
        this.audit = audit;
        this.baseUrl = baseUrl;
    }

    /** Whether who asks has an address. */
    public Optional<OwnFeed> own(Caller by) {
        return database.read(connection -> store.own(connection, by.account()));
    }

    /**
     * A new address for who asks; the one there was opens nothing from now on.
     *
     * @param language in which the calendar is written, English or Spanish
     * @return the secret word of it, which is not kept and cannot be told again
     */
    public String make(Locale language, Caller by) {
        var word = words.make();
        var self = people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
        database.transaction(connection -> {
            // What others have booked for this teacher of the roster is theirs from now on.
            teachers.ofAccount(connection, by.account(), self);
            store.keep(connection, by.account(), words.hash(word), tag(language), clock.instant());
            audit.add(connection, OptionalLong.of(by.account()), "calendar_made", Optional.empty(), Optional.empty());
            return true;
        });
        return word;
    }

    private static String tag(Locale language) {
        return "es".equals(language.getLanguage()) ? "es" : "en";
    }

    /** The address opens nothing from now on. False when there was none. */
    public boolean revoke(Caller by) {
        return database.transaction(connection -> {
            if (!store.remove(connection, by.account())) return false;
            audit.add(
                    connection, OptionalLong.of(by.account()), "calendar_revoked", Optional.empty(), Optional.empty());
            return true;
        });
    }

    /** The sessions of whose word it is; empty for one that opens nothing, or nothing any more. */
    public Optional<CalendarFeed> read(String word) {
        if (!WORD.matcher(word).matches()) return Optional.empty();
        var now = clock.instant();
        var hash = words.hash(word);
        var reader = database.read(connection -> store.find(connection, hash));
        reader.filter(known -> isOld(known, now)).ifPresent(known -> used(known, now));
        if (reader.isEmpty()) return Optional.empty();
        var zones = new LinkedHashMap<String, ZoneId>();
        sites.list().forEach(site -> zones.put(site.code(), site.zone()));
        return Optional.of(database.read(connection -> own(connection, reader.get(), zones)));
    }

    private static boolean isOld(Reader reader, Instant now) {
        return reader.used().filter(last -> now.isBefore(last.plus(COARSE))).isEmpty();
    }

    private void used(Reader reader, Instant now) {
        database.transaction(connection -> {
            store.used(connection, reader.account(), now);
            return true;
        });
    }

    /** @param zones of all sites by their codes */
    private CalendarFeed own(Connection connection, Reader reader, Map<String, ZoneId> zones) throws SQLException {
        var language = Locale.of(reader.language());
        var usual = zones.values().stream().findFirst().orElse(clock.getZone());
        var from = LocalDate.ofInstant(clock.instant(), usual).minusDays(DAYS_BACK);
        var events = store.sessionsOf(connection, reader.account(), from).stream()
                .map(session -> SessionIcs.event(
                        session,
                        new SessionShown(
                                zones.getOrDefault(session.site(), usual),
                                language,
                                SessionShown.page(baseUrl, session.id())),
                        Optional.empty()))
                .toList();
        var name = new SessionWords(language).text("calendar", reader.name());
        return feed(connection, name, usual, events, reader.made());
    }

    private CalendarFeed feed(Connection connection, String name, ZoneId zone, List<IcsEvent> events, Instant notBefore)
            throws SQLException {
        var changed = store.changed(connection)
                .filter(last -> last.isAfter(notBefore))
                .orElse(notBefore);
        return new CalendarFeed(IcsCalendar.feed(name, zone, READ_EVERY, events), changed);
    }

    /** When anything of a site is taken; empty where the school does not show it. Of people nothing is told. @param code in any case */
    public Optional<CalendarFeed> busyOf(String code) {
        var site = sites.find(code);
        if (site.isEmpty()) return Optional.empty();
        return database.read(connection -> store.isBusyShown(
                        connection, site.get().code())
                ? Optional.of(busy(
                        connection, site.get(), OptionalLong.empty(), site.get().name()))
                : Optional.empty());
    }

    /** When one thing is taken; empty where the school does not show it, and for people. */
    public Optional<CalendarFeed> busyOf(long resource) {
        var thing = database.read(connection -> store.isBusyShown(connection, resource)
                ? resources.find(connection, resource).filter(CalendarFeeds::isThing)
                : Optional.<BookingResource>empty());
        var site = thing.flatMap(known -> sites.find(known.site()));
        if (site.isEmpty()) return Optional.empty();
        var name = thing.get().name(language(site.get()));
        return Optional.of(database.read(connection -> busy(connection, site.get(), OptionalLong.of(resource), name)));
    }

    private static boolean isThing(BookingResource resource) {
        return resource.kind() != BookingResource.Kind.PERSON;
    }

    /** A calendar for everybody is in the first language of the site. */
    private static Locale language(SchoolSite site) {
        return site.languages() == NoticeLanguages.ES ? Locale.of("es") : Locale.ENGLISH;
    }

    private CalendarFeed busy(Connection connection, SchoolSite site, OptionalLong resource, String name)
            throws SQLException {
        var text = new SessionWords(language(site));
        var today = LocalDate.ofInstant(clock.instant(), site.zone());
        var events =
                sessions.live(connection, site.code(), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)).stream()
                        .flatMap(session -> session.parts().stream()
                                .filter(part -> part.kind() != BookingResource.Kind.PERSON)
                                .filter(part -> resource.isEmpty() || resource.getAsLong() == part.resource())
                                .map(part -> SessionIcs.busy(
                                        session,
                                        part,
                                        site.zone(),
                                        resource.isPresent()
                                                ? text.text("busy")
                                                : text.text("busy.thing", part.name(language(site))))))
                        .toList();
        return feed(connection, text.text("busy.calendar", name), site.zone(), events, Instant.EPOCH);
    }

    /** What is shown to everybody of a site; nothing for who may not say so. */
    public BusyFeeds busyShown(String site) {
        return database.read(
                connection -> new BusyFeeds(store.isBusyShown(connection, site), store.busyShown(connection, site)));
    }

    /** From now on everybody may read when something of the site is taken, or nobody. False when who asks may not decide that. */
    public boolean showBusy(String site, boolean shown, Caller by) {
        if (!by.may(Operation.DESK_SETTINGS, Owner.site(site))) return false;
        return database.transaction(connection -> {
            store.showBusy(connection, site, shown);
            return true;
        });
    }

    /** The same of one thing; never of a person. */
    public boolean showBusy(long resource, boolean shown, Caller by) {
        return database.transaction(connection -> {
            var thing = resources.find(connection, resource).filter(CalendarFeeds::isThing);
            if (thing.filter(known -> by.may(Operation.DESK_SETTINGS, Owner.site(known.site())))
                    .isEmpty()) return false;
            store.showBusy(connection, resource, shown);
            return true;
        });
    }

    /** Whether who asks gets letters about sessions. */
    public boolean wantsMail(Caller by) {
        return database.read(connection -> store.wantsMail(connection, by.account()));
    }

    public void wantMail(boolean wanted, Caller by) {
        database.transaction(connection -> {
            store.wantMail(connection, by.account(), wanted);
            return true;
        });
    }
}
