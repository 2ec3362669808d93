package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.desk.web.BookingForm.Problem;
import org.carrel.desk.web.BookingServlet.Sent;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.platform.Days;
import org.carrel.scheduling.Alternative;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingOutlook;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.ScheduleBoard;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.WaitingList;
import org.carrel.scheduling.WishJson;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** desk/book-session.xhtml: a session of a class, new or changed, with what speaks against it said at its place. */
@Named
@RequestScoped
public class BookSessionView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Bookings bookings;

    @Inject
    ScheduleBoard board;

    @Inject
    BookingChoices choices;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private Optional<ClassSession> changed = Optional.empty();
    private boolean missing;
    private FormTexts texts = new FormTexts(Map.of());
    private BookingForm.Choices from = new BookingForm.Choices("", Map.of(), List.of(), List.of());
    private Map<Problem, String> problems = Map.of();
    private Optional<BookingAnswer> answer = Optional.empty();
    private Optional<SessionWish> refused = Optional.empty();
    private Optional<BookingOutlook> outlook = Optional.empty();
    private Timetable timetable = Timetable.unknown(ZoneOffset.UTC);

    @PostConstruct
    void load() {
        var asked = FormTexts.of(request);
        var sent = request.getAttribute(BookingServlet.SENT) instanceof Sent known
                ? Optional.of(known)
                : Optional.<Sent>empty();
        var number = BookingServlet.changed(request, asked);
        changed = number.isPresent() ? bookings.find(number.getAsLong()).filter(this::isWithin) : Optional.empty();
        site = reach.chosen(changed.map(ClassSession::site).orElse(asked.get("site")));
        missing = number.isPresent() && changed.isEmpty() || site.isEmpty();
        if (missing) return;
        timetable = choices.timetable(site.get().code());
        var day = Days.read(sent.map(known -> known.texts().get("day"))
                        .orElse(asked.get("day"))
                        .strip())
                .or(() -> changed.map(ClassSession::day));
        from = choices.of(site.get().code(), day);
        texts = sent.map(Sent::texts).orElseGet(() -> start(asked, day));
        problems = sent.map(Sent::problems).orElse(Map.of());
        answer = sent.flatMap(Sent::answer);
        refused = sent.flatMap(Sent::wish);
        look();
    }

    private boolean isWithin(ClassSession session) {
        return caller.may(
                Operation.BOOK_SESSION,
                new Owner(Optional.of(session.site()), session.teacher().account()));
    }

    private FormTexts start(FormTexts asked, Optional<LocalDate> day) {
        if (changed.isPresent()) {
            var session = changed.get();
            return BookingForm.of(session.wish(session.request()), session.version(), from);
        }
        var period = FormTexts.integer(asked.get("period"));
        var need = FormTexts.number(asked.get("need"));
        var last = choices.last(period < 0 ? OptionalInt.empty() : OptionalInt.of(period), asked.get("like"))
                .filter(known -> known.site().equals(from.site()));
        return BookingForm.start(
                new BookingForm.Start(day, period, need > 0 ? OptionalLong.of(need) : OptionalLong.empty(), last),
                from);
    }

    /** How it stands now, when enough is chosen to tell: before it is sent, and again when it was refused. */
    private void look() {
        var read = BookingForm.read(texts, from);
        var except = changed.map(session -> OptionalLong.of(session.id())).orElse(OptionalLong.empty());
        outlook = read.wish()
                .map(wish ->
                        changed.map(session -> wish.of(session.teacher().id())).orElse(wish))
                .flatMap(wish -> board.outlook(wish, except, read.override().isPresent(), caller.required()));
    }

    /** Answers 404 for a site or a session that is not there. */
    public void check() throws IOException {
        if (missing) Pages.notFound();
    }

    public String getTitle() {
        return words.text(isChanging() ? "booking.change" : "booking.title");
    }

    public boolean isChanging() {
        return changed.isPresent();
    }

    public String getAction() {
        return changed.map(session -> SessionServlet.PAGE + session.id() + "/change")
                .orElse(BookingServlet.PAGE);
    }

    public String getBack() {
        return changed.map(session -> SessionServlet.PAGE + session.id())
                .orElseGet(() -> ScheduleAddress.PAGE + "?site=" + FormTexts.encoded(from.site())
                        + Days.read(texts.get("day")).map(day -> "&day=" + day).orElse(""));
    }

    public List<Link> getSites() {
        return isChanging() ? List.of() : reach.links(BookingServlet.PAGE, from.site());
    }

    public Map<String, String> getTexts() {
        return texts.texts();
    }

    public String getSession() {
        return changed.map(session -> String.valueOf(session.id())).orElse("");
    }

    /** Day and periods that are chosen, in words; empty while they are not. */
    public String getWhen() {
        var read = BookingForm.read(texts, from).wish();
        return read.map(wish -> new BookingWords(words).when(timetable, wish.day(), wish.first(), wish.last()))
                .orElse("");
    }

    /** What is wrong at the top: the service did not look at it, or there is something that belongs to no field. */
    public String getProblem() {
        if (answer.isPresent() && answer.get() instanceof BookingAnswer.Stopped stopped)
            return new BookingWords(words).stopped(stopped.why());
        if (answer.isPresent() && answer.get() instanceof BookingAnswer.Refused refused)
            return words.text(refused.instead().isEmpty() ? "booking.refusedWithout" : "booking.refused");
        return problems.isEmpty() ? "" : words.text("booking.wrong");
    }

    /** What is wrong with each field, by its id. */
    public Map<String, String> getWrong() {
        var wrong = new HashMap<String, String>();
        problems.forEach((problem, typed) -> wrong.merge(
                problem.field(), words.text("bookingProblem." + problem, typed), (one, other) -> one + " " + other));
        return wrong;
    }

    /** The field that has the focus. */
    public String getFocus() {
        return BookingForm.first(problems.keySet());
    }

    /** What speaks against the time of it, or against who books. */
    public List<String> getReasons() {
        var says = new BookingWords(words);
        return reasons().stream()
                .filter(reason -> reason.resource().isEmpty())
                .map(reason -> says.reason(reason.reason(), Optional.empty(), List.of()))
                .toList();
    }

    private List<PartReason> reasons() {
        return answer.isPresent() && answer.get() instanceof BookingAnswer.Refused refused
                ? refused.reasons()
                : outlook.map(BookingOutlook::reasons).orElse(List.of());
    }

    /** A policy stands against it that who books may lift. */
    public boolean isOverridable() {
        return choices.decides(from.site());
    }

    public boolean isApproval() {
        return outlook.filter(BookingOutlook::approval).isPresent();
    }

    /** A kind of things. */
    public record Kind(String id, String name, List<Need> needs) {}

    /**
     * A thing to tick.
     *
     * @param about how much there is of it
     * @param state whether it can be had at the time; empty while that is not known
     */
    public record Need(String id, String name, String about, boolean on, String state, boolean free) {}

    public List<Kind> getKinds() {
        return Arrays.stream(BookingResource.Kind.values())
                .map(kind -> new Kind("kind-" + kind, words.text("resourceKinds." + kind), needs(kind)))
                .filter(kind -> !kind.needs().isEmpty())
                .toList();
    }

    private List<Need> needs(BookingResource.Kind kind) {
        return from.resources().values().stream()
                .filter(resource -> resource.kind() == kind)
                .map(this::need)
                .toList();
    }

    private Need need(BookingResource resource) {
        var says = new BookingWords(words);
        var thing = outlook.stream()
                .flatMap(known -> known.things().stream())
                .filter(each -> each.resource().id() == resource.id())
                .findFirst();
        var told = answer.isPresent() ? told(resource) : Optional.<BookingReason>empty();
        var reason = told.or(() -> thing.flatMap(BookingOutlook.Thing::reason));
        var known = thing.isPresent() && outlook.flatMap(BookingOutlook::span).isPresent();
        var has = thing.map(BookingOutlook.Thing::has).orElse(List.of()).stream()
                .map(says::who)
                .distinct()
                .toList();
        var state = reason.map(why -> says.reason(why, Optional.of(resource), has))
                .orElse(known ? words.text("schedule.isFree") : "");
        return new Need(
                BookingForm.NEED + resource.id(),
                says.name(resource),
                about(resource),
                texts.has(BookingForm.NEED + resource.id()),
                state,
                known && reason.isEmpty());
    }

    private Optional<BookingReason> told(BookingResource resource) {
        return reasons().stream()
                .filter(reason -> reason.resource().equals(OptionalLong.of(resource.id())))
                .map(PartReason::reason)
                .findFirst();
    }

    private String about(BookingResource resource) {
        if (resource.devices().isPresent())
            return words.text("booking.devicesOf", resource.devices().getAsInt());
        if (resource.seats().isPresent())
            return words.text("booking.seatsOf", resource.seats().getAsInt());
        return "";
    }

    public boolean isAlone() {
        return texts.has("alone");
    }

    /** Some place is for more than one class. */
    public boolean isShared() {
        return from.resources().values().stream()
                .anyMatch(resource -> resource.kind().isPlace() && resource.classes() > 1);
    }

    public boolean isCarts() {
        return from.resources().values().stream().anyMatch(resource -> resource.kind() == BookingResource.Kind.CART);
    }

    public List<Choice> getClasses() {
        var all = new ArrayList<Choice>();
        for (var known : from.classes()) {
            var key = BookingForm.key(known.of());
            all.add(new Choice(
                    key,
                    words.text("booking.classOf", known.of().title(), known.heads()),
                    key.equals(texts.get("class"))));
        }
        all.add(new Choice(
                "", words.text("booking.otherClass"), texts.get("class").isEmpty()));
        return all;
    }

    /** Who teaches nobody types the class. */
    public boolean isTaught() {
        return !from.classes().isEmpty();
    }

    /** Classes that were booked for before: a link for each, to begin as it was then. */
    public List<Link> getUsual() {
        if (isChanging()) return List.of();
        var period = texts.get("period").isEmpty() ? "" : "&period=" + texts.get("period");
        var day = texts.get("day").isEmpty() ? "" : "&day=" + texts.get("day");
        var index = new int[1];
        return board.latest(OptionalLong.empty(), caller.required()).stream()
                .map(session -> session.about().className())
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(6)
                .map(name -> new Link(
                        "like-" + ++index[0],
                        name,
                        BookingServlet.PAGE + "?site=" + FormTexts.encoded(from.site()) + day + period + "&like="
                                + FormTexts.encoded(name),
                        false))
                .toList();
    }

    /** Teachers for whom the library can book; nobody for who books for themselves only. */
    public List<Choice> getTeachers() {
        if (isChanging() || !choices.decides(from.site())) return List.of();
        var all = new ArrayList<Choice>();
        all.add(new Choice(
                "", words.text("booking.forMyself"), texts.get("teacher").isEmpty()));
        choices.roster(from.site())
                .forEach(teacher -> all.add(new Choice(
                        String.valueOf(teacher.patron().orElse(0)),
                        teacher.name(),
                        texts.get("teacher")
                                .equals(String.valueOf(teacher.patron().orElse(0))))));
        return all;
    }

    public List<Choice> getPeriods() {
        return periods(texts.get("period"), false);
    }

    public List<Choice> getUntils() {
        return periods(texts.get("until"), true);
    }

    /** Those of the day, with its times; while no day is chosen, all there are. */
    private List<Choice> periods(String chosen, boolean blank) {
        var says = new BookingWords(words);
        var day = Days.read(texts.get("day"))
                .filter(each -> !timetable.periodsOn(each).isEmpty());
        var all = new ArrayList<Choice>();
        if (blank) all.add(new Choice("", words.text("booking.onePeriod"), chosen.isEmpty()));
        else if (chosen.isEmpty()) all.add(new Choice("", words.text("booking.choosePeriod"), true));
        if (day.isPresent()) {
            for (var period : timetable.periodsOn(day.get())) {
                var number = String.valueOf(period.number());
                all.add(new Choice(number, period.name() + " (" + says.times(period) + ")", number.equals(chosen)));
            }
        } else {
            var today = clock.instant().atZone(timetable.zone()).toLocalDate();
            for (var number : timetable.numbers(timetable.schoolDays(today, today.plusDays(14)))) {
                var text = String.valueOf(number);
                all.add(new Choice(text, words.text("schedule.period", text), text.equals(chosen)));
            }
        }
        return all;
    }

    /** What can be had instead, by one tap. */
    public record Offer(String id, String what, String things) {}

    public List<Offer> getOffers() {
        return alternatives().stream().map(this::offer).toList();
    }

    private List<Alternative> alternatives() {
        return answer.isPresent() && answer.get() instanceof BookingAnswer.Refused refused
                ? refused.instead()
                : List.of();
    }

    private Offer offer(Alternative each) {
        var says = new BookingWords(words);
        var wish = each.wish();
        return new Offer(
                each.offer().toString(),
                words.text("alternative." + each.kind(), says.when(timetable, wish.day(), wish.first(), wish.last())),
                says.things(wish, List.copyOf(from.resources().values())));
    }

    /** What was refused and what others can give back, as the waiting list takes it; empty when no waiting helps. */
    public String getWaitable() {
        return answer.isPresent()
                        && answer.get() instanceof BookingAnswer.Refused told
                        && WaitingList.helps(told.reasons())
                ? refused.map(WishJson::write).orElse("")
                : "";
    }

    /** What somebody would wait for. */
    public String getWaitFor() {
        return refused.map(wish -> words.text(
                        "booking.waitFor",
                        new BookingWords(words).when(timetable, wish.day(), wish.first(), wish.last())))
                .orElse("");
    }

    /** For how many seconds they are kept. */
    public String getKept() {
        return alternatives().stream()
                .findFirst()
                .map(first -> words.text(
                        "booking.kept",
                        Math.max(
                                0,
                                Duration.between(clock.instant(), first.until()).toSeconds())))
                .orElse("");
    }
}
