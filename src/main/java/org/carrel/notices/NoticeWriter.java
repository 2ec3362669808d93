package org.carrel.notices;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.carrel.notices.NoticeContent.AccountReader;
import org.carrel.notices.NoticeContent.OpenLoan;
import org.carrel.notices.NoticeFacts.HomeroomDigest;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Pupil;
import org.carrel.notices.NoticeFacts.SessionNews;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeFacts.SystemNote;
import org.carrel.notices.NoticeWish.What;
import org.carrel.notices.rules.StillTrue;
import org.carrel.notices.rules.TitleRule;
import org.carrel.notices.rules.Wording;
import org.carrel.patrons.PatronContact;
import org.carrel.patrons.PatronContacts;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.MailSettings;
import org.carrel.platform.Settings;
import org.carrel.privacy.TitlePolicies;
import org.carrel.privacy.TitleReaders;
import org.carrel.school.SchoolSite;
import org.carrel.school.Sites;

/** Puts a notice into words at the moment it goes out, with what is true then. */
@Door
public class NoticeWriter {
    private final Database database;
    private final Clock clock;
    private final PatronContacts contacts;
    private final NoticeTexts texts;
    private final TitlePolicies titles;
    private final Sites sites;
    private final List<NoticeContent> contents;
    private final List<String> admins;
    private final String baseUrl;

    @Inject
    public NoticeWriter(
            Database database,
            Clock clock,
            PatronContacts contacts,
            NoticeTexts texts,
            TitlePolicies titles,
            Sites sites,
            @Any Instance<NoticeContent> contents,
            Settings settings) {
        this(
                database,
                clock,
                contacts,
                texts,
                titles,
                sites,
                contents.stream().toList(),
                settings.mail().map(MailSettings::admins).orElse(List.of()),
                settings.http().baseUrl().toString());
    }

    public NoticeWriter(
            Database database,
            Clock clock,
            PatronContacts contacts,
            NoticeTexts texts,
            TitlePolicies titles,
            Sites sites,
            List<NoticeContent> contents,
            List<String> admins,
            String baseUrl) {
        this.database = database;
        this.clock = clock;
        this.contacts = contacts;
        this.texts = texts;
        this.titles = titles;
        this.sites = sites;
        this.contents = List.copyOf(contents);
        this.admins = List.copyOf(admins);
        this.baseUrl = baseUrl;
    }

    /**
     * A notice in its words.
     *
     * @param to the mail address; empty on paper, and where there is none any more
     * @param name of the person, for the outside of a strip; empty in a note to administrators
     * @param news what calendars are to know; empty for what is no session
     */
    public record Written(
            NoticeLetter letter,
            String to,
            String name,
            String homeroom,
            SchoolSite site,
            Optional<SessionNews> news) {}

    /** Empty: there is nothing to say any more, or nobody to say it to. */
    public Optional<Written> write(QueuedNotice notice) {
        var site = sites.find(notice.site());
        if (site.isEmpty()) return Optional.empty();
        var contact = database.read(connection -> contacts.find(connection, notice.patron()));
        var account = notice.account() == 0 ? Optional.<AccountReader>empty() : account(notice.account());
        if (contact.isEmpty() && account.isEmpty() && !notice.kind().isToOutside()) return Optional.empty();
        var today = LocalDate.ofInstant(clock.instant(), site.get().zone());
        return facts(notice, today).map(facts -> {
            var name = contact.map(PatronContact::name)
                    .or(() -> account.map(AccountReader::name))
                    .orElse("");
            var frame = new Wording.Frame(name, site.get().name(), site.get().phone(), today, mayName(notice, contact));
            var letter = Wording.letter(words(kind(notice, facts), site.get()), facts, frame);
            var homeroom = contact.map(PatronContact::homeroom).orElse("");
            var to = notice.way() == NoticeWay.ACCOUNT_MAIL
                    ? account.map(AccountReader::mail).orElse("")
                    : address(notice, contact);
            var news = facts instanceof SessionNews told ? Optional.of(told) : Optional.<SessionNews>empty();
            return new Written(letter, to, name, homeroom, site.get(), news);
        });
    }

    private Optional<AccountReader> account(long account) {
        return contents.stream()
                .flatMap(content -> content.account(account).stream())
                .findFirst();
    }

    /** Which words it needs is known when it goes: a session that was booked may be called off by then. */
    private static NoticeKind kind(QueuedNotice notice, NoticeFacts facts) {
        return facts instanceof SessionNews news && !news.on() ? NoticeKind.SESSION_OFF : notice.kind();
    }

    private List<NoticeText> words(NoticeKind kind, SchoolSite site) {
        return database.read(connection -> {
            var words = new ArrayList<NoticeText>();
            for (var language : NoticeLanguage.of(site.languages())) {
                words.add(texts.of(connection, site.code(), kind, language));
            }
            return words;
        });
    }

    private boolean mayName(QueuedNotice notice, Optional<PatronContact> contact) {
        var guardians = notice.way() == NoticeWay.GUARDIAN_MAIL;
        var shared = contact.map(guardians ? PatronContact::guardianEmailIsShared : PatronContact::emailIsShared)
                .orElse(true);
        var told = guardians && titles.tells(notice.site(), TitleReaders.PARENT);
        return TitleRule.mayName(notice.kind(), notice.way(), shared, told);
    }

    private String address(QueuedNotice notice, Optional<PatronContact> contact) {
        return switch (notice.way()) {
            case OWN_MAIL, TEACHER_MAIL -> contact.map(PatronContact::email).orElse("");
            case GUARDIAN_MAIL -> contact.map(PatronContact::guardianEmail).orElse("");
            case ADMIN_MAIL -> {
                var number = Integer.parseInt(notice.about());
                yield number < admins.size() ? admins.get(number) : "";
            }
            case DISTRICT_MAIL ->
                contents.stream()
                        .flatMap(content -> content.districtMail(notice.site()).stream())
                        .findFirst()
                        .orElse("");
            case ACCOUNT_MAIL, PAPER -> "";
        };
    }

    private Optional<NoticeFacts> facts(QueuedNotice notice, LocalDate today) {
        return switch (notice.kind()) {
            case DUE_SOON, OVERDUE, LOST_SOON, LOST ->
                StillTrue.ofLoans(notice.kind(), loans(notice.ids(What.LOAN)), today);
            case HOLD_READY -> StillTrue.ofHolds(holds(notice.ids(What.HOLD)), today);
            case HOMEROOM_DIGEST -> digest(notice, today);
            case SESSION, SESSION_OFF ->
                notice.ids(What.SESSION).stream()
                        .flatMap(id -> contents.stream().flatMap(content -> content.session(id, notice).stream()))
                        .findFirst()
                        .map(NoticeFacts.class::cast);
            case LOANER -> StillTrue.ofLoaners(some(notice, What.TICKET, NoticeContent::loaners));
            case WORK_ORDER -> StillTrue.ofJobs(some(notice, What.TICKET, NoticeContent::jobs));
            case SESSION_OFFER ->
                StillTrue.ofOffers(
                        some(notice, What.SESSION_WAIT, NoticeContent::offers), baseUrl + "/schedule/waiting");
            case SYSTEM_NOTE ->
                notice.ids(What.ROSTER_RUN).stream()
                        .findFirst()
                        .map(run -> new SystemNote(baseUrl + "/desk/roster/" + run));
        };
    }

    private <T> List<T> some(
            QueuedNotice notice, What what, BiFunction<NoticeContent, Collection<Long>, List<T>> asked) {
        var ids = notice.ids(what);
        return contents.stream()
                .flatMap(content -> asked.apply(content, ids).stream())
                .toList();
    }

    private List<Lent> loans(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return contents.stream().flatMap(content -> content.loans(ids).stream()).toList();
    }

    private List<Shelved> holds(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return contents.stream().flatMap(content -> content.holds(ids).stream()).toList();
    }

    private Optional<NoticeFacts> digest(QueuedNotice notice, LocalDate today) {
        var pupils = late(notice.site(), today).entrySet().stream()
                .filter(pupil -> pupil.getKey().homeroom().equalsIgnoreCase(notice.about()))
                .sorted(Comparator.comparing(pupil -> pupil.getKey().sortedName()))
                .map(pupil -> new Pupil(pupil.getKey().name(), pupil.getValue()))
                .toList();
        return pupils.isEmpty() ? Optional.empty() : Optional.of(new HomeroomDigest(notice.about(), pupils));
    }

    /** Who has something overdue at a site, and how many things. */
    Map<PatronContact, Integer> late(String site, LocalDate today) {
        var counts = new HashMap<Long, Integer>();
        for (var loan : openLoans(site, today.minusDays(1))) counts.merge(loan.patron(), 1, Integer::sum);
        var people = database.read(connection -> contacts.find(connection, counts.keySet()));
        var late = new HashMap<PatronContact, Integer>();
        people.forEach((patron, contact) -> late.merge(contact, counts.getOrDefault(patron, 0), Integer::sum));
        return late;
    }

    List<OpenLoan> openLoans(String site, LocalDate dueBy) {
        return contents.stream()
                .flatMap(content -> content.openLoans(site, dueBy).stream())
                .toList();
    }

    /** Whether anybody knows of loans at all. */
    boolean hasContent() {
        return !contents.isEmpty();
    }
}
