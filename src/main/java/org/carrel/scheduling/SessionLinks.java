package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.store.LinkStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.SecretWords;

/** Links to single sessions, for the pages on which classes find their work: whoever has one may look, until it is switched off. */
@Door
public class SessionLinks {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final SecretWords words;
    private final LinkStore store = new LinkStore();
    private final SessionStore sessions = new SessionStore();

    @Inject
    public SessionLinks(Database database, Clock clock, Sites sites, SecretWords words) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.words = words;
    }

    /** Empty for a word that opens nothing, or nothing any more. */
    public Optional<SharedSession> find(String word) {
        if (!WORD.matcher(word).matches()) return Optional.empty();
        var found = database.read(connection -> {
            var id = store.find(connection, word);
            return id.isEmpty() ? Optional.<ClassSession>empty() : sessions.find(connection, id.get());
        });
        return found.flatMap(this::shared);
    }

    private Optional<SharedSession> shared(ClassSession session) {
        var about = session.about();
        var told = new SessionFacts(
                OptionalLong.empty(), about.className(), about.grade(), 0, about.subject(), "", about.topic(), 0);
        return sites.find(session.site())
                .map(site -> new SharedSession(
                        site.name(),
                        session.kind(),
                        told,
                        session.span(),
                        site.zone(),
                        session.parts().stream()
                                .filter(part -> part.kind() != BookingResource.Kind.PERSON)
                                .toList(),
                        session.state().isLive()));
    }

    /** The words of those of these sessions that have a link. */
    public Map<Long, String> of(Collection<Long> ids) {
        return database.read(connection -> store.of(connection, ids));
    }

    /** The word of its link, a new one where it has none; empty when there is no such session of who asks. */
    public Optional<String> open(long session, Caller by) {
        return database.transaction(connection -> {
            var known = sessions.lock(connection, session).filter(one -> isOwn(one, by));
            if (known.isEmpty()) return Optional.<String>empty();
            var before = store.of(connection, List.of(session)).get(session);
            if (before != null) return Optional.of(before);
            var word = words.makeShort();
            store.keep(connection, session, word, clock.instant());
            return Optional.of(word);
        });
    }

    /** The link opens nothing from now on, for good. False when there is none within reach. */
    public boolean close(long session, Caller by) {
        return database.transaction(connection -> {
            var known = sessions.lock(connection, session).filter(one -> isOwn(one, by));
            return known.isPresent() && store.remove(connection, session);
        });
    }

    private static boolean isOwn(ClassSession session, Caller by) {
        return by.may(
                Operation.BOOK_SESSION,
                new Owner(Optional.of(session.site()), session.teacher().account()));
    }
}
