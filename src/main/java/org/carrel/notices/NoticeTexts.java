package org.carrel.notices;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.notices.TextProblem.Kind;
import org.carrel.notices.TextProblem.Place;
import org.carrel.notices.rules.Samples;
import org.carrel.notices.rules.TextTemplate;
import org.carrel.notices.rules.Wording;
import org.carrel.notices.store.NoticeStore;
import org.carrel.notices.store.NoticeTextStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolSite;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** The words of notices: those that Carrel brings, until a site has its own. Every change is in the audit trail. */
@Door
public class NoticeTexts {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final NoticeTextStore store = new NoticeTextStore();
    private final NoticeStore notices = new NoticeStore();

    @Inject
    public NoticeTexts(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** What a reader would get: with titles, and where none may stand. */
    public record Preview(NoticeLetter own, NoticeLetter others) {}

    public NoticeText of(String site, NoticeKind kind, NoticeLanguage language) {
        return database.read(connection -> of(connection, site, kind, language));
    }

    NoticeText of(Connection connection, String site, NoticeKind kind, NoticeLanguage language) throws SQLException {
        var number = notices.site(connection, site);
        var own =
                number.isEmpty() ? Optional.<NoticeText>empty() : store.find(connection, number.get(), kind, language);
        return own.orElseGet(() -> Wording.standard(kind, language));
    }

    public List<TextProblem> check(NoticeText draft) {
        return TextTemplate.check(draft.kind(), draft.subject(), draft.body());
    }

    /** Of a draft without problems, with a person who does not exist. */
    public Preview preview(NoticeText draft, SchoolSite site) {
        var today = LocalDate.ofInstant(clock.instant(), site.zone());
        var facts = Samples.of(draft.kind(), today);
        return new Preview(
                Wording.letter(
                        List.of(draft), facts, new Wording.Frame(Samples.NAME, site.name(), site.phone(), today, true)),
                Wording.letter(
                        List.of(draft),
                        facts,
                        new Wording.Frame(Samples.NAME, site.name(), site.phone(), today, false)));
    }

    /** @return what is wrong; nothing when it is saved */
    public List<TextProblem> save(String site, NoticeText draft, long actor) {
        var problems = check(draft);
        if (!problems.isEmpty()) return problems;
        return database.transaction(connection -> {
            var number = store.lock(connection, site);
            if (number.isEmpty() || version(connection, number.get(), draft) != draft.version()) return stale();
            store.save(connection, number.get(), draft, clock.instant(), actor);
            tell(connection, "notice_text_changed", number.get(), draft, actor);
            return List.of();
        });
    }

    /** Back to the words that Carrel brings. False when they held already. */
    public boolean reset(String site, NoticeKind kind, NoticeLanguage language, long actor) {
        return database.transaction(connection -> {
            var number = store.lock(connection, site);
            if (number.isEmpty() || !store.remove(connection, number.get(), kind, language)) return false;
            tell(connection, "notice_text_reset", number.get(), Wording.standard(kind, language), actor);
            return true;
        });
    }

    private int version(Connection connection, int site, NoticeText draft) throws SQLException {
        return store.find(connection, site, draft.kind(), draft.language())
                .map(NoticeText::version)
                .orElse(0);
    }

    private static List<TextProblem> stale() {
        return List.of(new TextProblem(Place.BODY, Kind.STALE, 0, 0, ""));
    }

    private void tell(Connection connection, String action, int site, NoticeText text, long actor) throws SQLException {
        var payload = Json.createObjectBuilder()
                .add("kind", text.kind().name())
                .add("language", text.language().name())
                .build()
                .toString();
        var subject = Optional.of(new Subject("site", site));
        audit.add(connection, OptionalLong.of(actor), action, subject, Optional.of(payload));
    }
}
