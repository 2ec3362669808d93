package org.carrel.notices.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.notices.NoticeFacts;
import org.carrel.notices.NoticeFacts.DueSoon;
import org.carrel.notices.NoticeFacts.HoldReady;
import org.carrel.notices.NoticeFacts.HomeroomDigest;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.notices.NoticeFacts.Loaners;
import org.carrel.notices.NoticeFacts.Lost;
import org.carrel.notices.NoticeFacts.LostSoon;
import org.carrel.notices.NoticeFacts.Overdue;
import org.carrel.notices.NoticeFacts.SessionNews;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.SessionOffers;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeFacts.SystemNote;
import org.carrel.notices.NoticeFacts.WorkOrder;
import org.carrel.notices.NoticeField;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticeLetter;
import org.carrel.notices.NoticeText;
import org.carrel.scheduling.SessionWords;

/** Facts in the words of one language. Where titles may not stand, things are counted: “2 library items”. */
public final class Wording {
    /** Between the languages of one letter. */
    private static final String DIVIDER = "\n\n* * *\n\n";

    private static final Control ENGLISH_LAST = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final NoticeLanguage language;
    private final boolean titles;
    private final LocalDate today;
    private final ResourceBundle words;

    private Wording(NoticeLanguage language, boolean titles, LocalDate today) {
        this.language = language;
        this.titles = titles;
        this.today = today;
        this.words = words(language);
    }

    /**
     * What is filled in besides the facts.
     *
     * @param today at the site
     */
    public record Frame(String name, String school, String phone, LocalDate today, boolean titles) {}

    /** The words that Carrel brings. */
    public static NoticeText standard(NoticeKind kind, NoticeLanguage language) {
        var words = words(language);
        return new NoticeText(
                kind,
                language,
                words.getString(kind + ".subject"),
                words.getString(kind + ".body").strip(),
                0);
    }

    /** @param texts one for each language, in their order */
    public static NoticeLetter letter(List<NoticeText> texts, NoticeFacts facts, Frame frame) {
        Function<Function<NoticeText, String>, List<String>> filled = part -> texts.stream()
                .map(text -> TextTemplate.fill(part.apply(text), values(facts, frame, text.language())))
                .toList();
        var subject = String.join(" / ", filled.apply(NoticeText::subject));
        return new NoticeLetter(HeaderText.clean(subject), String.join(DIVIDER, filled.apply(NoticeText::body)));
    }

    private static Map<NoticeField, String> values(NoticeFacts facts, Frame frame, NoticeLanguage language) {
        var values = new EnumMap<NoticeField, String>(NoticeField.class);
        values.put(NoticeField.NAME, oneLine(frame.name()));
        values.put(NoticeField.SCHOOL, oneLine(frame.school()));
        values.put(NoticeField.PHONE, oneLine(frame.phone()));
        new Wording(language, frame.titles(), frame.today()).put(facts, values);
        return values;
    }

    private void put(NoticeFacts facts, Map<NoticeField, String> values) {
        switch (facts) {
            case DueSoon soon -> {
                put(values, soon.things(), this::dueLine);
                first(soon.things().stream().map(Lent::due).toList())
                        .ifPresent(day -> values.put(NoticeField.DAY, day(day)));
            }
            case Overdue overdue -> put(values, overdue.things(), this::lateLine);
            case LostSoon soon -> put(values, soon.things(), this::lateLine);
            case Lost lost -> put(values, lost.things(), thing -> text("line.lost"));
            case HoldReady ready -> {
                values.put(NoticeField.THINGS, shelved(ready.things()));
                values.put(NoticeField.COUNT, items(ready.things().size()));
                first(ready.things().stream()
                                .flatMap(thing -> thing.until().stream())
                                .toList())
                        .ifPresent(day -> values.put(NoticeField.UNTIL, day(day)));
            }
            case HomeroomDigest digest -> {
                values.put(NoticeField.HOMEROOM, oneLine(digest.homeroom()));
                values.put(NoticeField.PUPILS, pupils(digest));
                values.put(NoticeField.COUNT, text("pupils", digest.pupils().size()));
            }
            case Loaners loaners -> {
                values.put(NoticeField.THINGS, lines(loaners.loaners(), Loaner::broken, this::loaner));
                values.put(NoticeField.COUNT, items(loaners.loaners().size()));
            }
            case WorkOrder order -> {
                values.put(NoticeField.THINGS, jobs(order.jobs()));
                values.put(NoticeField.COUNT, text("jobs", order.jobs().size()));
            }
            case SessionNews news -> {
                values.put(NoticeField.THINGS, session(news));
                values.put(NoticeField.DAY, day(news.session().day()));
                values.put(NoticeField.CHANGE, text("change." + news.what()));
                values.put(NoticeField.LINK, news.link());
            }
            case SessionOffers offers -> {
                values.put(
                        NoticeField.THINGS,
                        offers.offers().stream().map(this::offer).collect(Collectors.joining("\n")));
                values.put(NoticeField.LINK, offers.link());
            }
            case SystemNote note -> values.put(NoticeField.LINK, note.link());
        }
    }

    private void put(Map<NoticeField, String> values, List<Lent> things, Function<Lent, String> line) {
        values.put(NoticeField.COUNT, items(things.size()));
        values.put(NoticeField.AMOUNT, money(sum(things)));
        values.put(NoticeField.THINGS, lines(things, Lent::title, thing -> line.apply(thing) + owed(thing)));
    }

    private String dueLine(Lent thing) {
        return text("line.due", day(thing.due()));
    }

    private String lateLine(Lent thing) {
        return text("line.late", day(thing.due()), thing.daysLate(today));
    }

    private String owed(Lent thing) {
        return thing.amount()
                .filter(amount -> amount.signum() > 0)
                .map(amount -> text("line.owed", money(amount)))
                .orElse("");
    }

    private String shelved(List<Shelved> things) {
        return lines(things, Shelved::title, this::waits);
    }

    private String waits(Shelved thing) {
        return thing.until().map(day -> text("line.until", day(day))).orElseGet(() -> text("line.waits"));
    }

    private String loaner(Loaner loaner) {
        return titles ? text("line.loaner", oneLine(loaner.loaner())) : text("line.loaner.untold");
    }

    private String jobs(List<Job> jobs) {
        return jobs.stream().map(this::job).collect(Collectors.joining("\n"));
    }

    private String job(Job job) {
        var parts = List.of("#" + job.ticket(), job.thing(), job.room(), text("fault." + job.fault()), job.words());
        return "- "
                + parts.stream()
                        .map(Wording::oneLine)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
    }

    /** What, when, where, and why if somebody has said it: a line for each. */
    private String session(SessionNews news) {
        var session = news.session();
        var said = new SessionWords(language.locale());
        var from = session.span().starts().atZone(news.zone());
        var until = session.span().ends().atZone(news.zone());
        var lines = new ArrayList<String>();
        lines.add("- " + oneLine(said.title(session)));
        lines.add("- " + text("line.session", day(session.day()), time(from), time(until)));
        lines.add("- " + oneLine(said.parts(session)));
        if (!session.why().isBlank()) lines.add("- " + text("line.why", oneLine(session.why())));
        return lines.stream().filter(line -> !line.equals("- ")).collect(Collectors.joining("\n"));
    }

    private String time(ZonedDateTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(time);
    }

    private String offer(SessionOffer offer) {
        var until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(offer.until());
        var periods = offer.first() == offer.last()
                ? text("line.period", offer.first())
                : text("line.periods", offer.first(), offer.last());
        var what = oneLine(offer.what());
        var when = day(offer.day()) + ", " + periods + (what.isEmpty() ? "" : ", " + what);
        return "- " + text("line.offer", when, until);
    }

    private String pupils(HomeroomDigest digest) {
        return digest.pupils().stream()
                .map(pupil -> "- " + oneLine(pupil.name()) + ": " + items(pupil.things()))
                .collect(Collectors.joining("\n"));
    }

    /** One line a thing, or one for all of which the same is said. */
    private <T> String lines(List<T> things, Function<T, String> title, Function<T, String> rest) {
        if (titles) {
            return things.stream()
                    .map(thing -> "- " + oneLine(title.apply(thing)) + ": " + rest.apply(thing))
                    .collect(Collectors.joining("\n"));
        }
        var counts = new LinkedHashMap<String, Integer>();
        for (var thing : things) counts.merge(rest.apply(thing), 1, Integer::sum);
        return counts.entrySet().stream()
                .map(each -> "- " + items(each.getValue()) + ": " + each.getKey())
                .collect(Collectors.joining("\n"));
    }

    private String items(int count) {
        return text("items", count);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(day);
    }

    private static String money(BigDecimal amount) {
        return "$" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal sum(List<Lent> things) {
        return things.stream().flatMap(thing -> thing.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<LocalDate> first(List<LocalDate> days) {
        return days.stream().min(LocalDate::compareTo);
    }

    /** Names and titles come from elsewhere: they make no lines of their own. */
    private static String oneLine(String text) {
        return HeaderText.clean(text);
    }

    private String text(String key, Object... details) {
        return new MessageFormat(words.getString(key), language.locale()).format(details);
    }

    private static ResourceBundle words(NoticeLanguage language) {
        return ResourceBundle.getBundle("org.carrel.notices.words", language.locale(), ENGLISH_LAST);
    }
}
