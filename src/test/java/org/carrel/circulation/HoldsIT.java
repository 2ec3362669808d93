package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carrel.circulation.HoldPlaced.Placed;
import org.carrel.circulation.HoldPlaced.Refused;
import org.carrel.circulation.holds.Whereabouts;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.platform.Sql;
import org.carrel.privacy.ErasureReason;
import org.carrel.privacy.ErasureResult;
import org.carrel.privacy.PersonFile;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds through their door, on the product's database. */
class HoldsIT {
    private static final int MANY = 50;

    private static TestHolds desk;

    @BeforeAll
    static void connect() {
        desk = TestHolds.connect();
    }

    @AfterAll
    static void close() {
        if (desk != null) desk.close();
    }

    @BeforeEach
    void onThursday() {
        desk.at(TestHolds.THURSDAY);
        desk.rule();
        desk.told.clear();
    }

    /** All at once; each answer with the time it took. */
    private record Timed<T>(T answer, Duration took) {}

    private static <T> List<Timed<T>> atOnce(List<Callable<T>> acts) throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        go.await();
                        var began = System.nanoTime();
                        var answer = act.call();
                        return new Timed<>(answer, Duration.ofNanos(System.nanoTime() - began));
                    }))
                    .toList();
            go.countDown();
            var answers = new ArrayList<Timed<T>>();
            for (var one : running) answers.add(one.get());
            return answers;
        }
    }

    private static Duration p95(List<? extends Timed<?>> answers) {
        var sorted = answers.stream().map(Timed::took).sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    @Test
    @DisplayName("B06: a double click is one hold, and the second answer is the first")
    void theSameRequestTwiceIsOneHold() throws Exception {
        var title = desk.title("LMC");
        var wish = HoldWish.ofTitle(desk.student(), title.bib(), "LMC");
        var request = TestHolds.request();
        Callable<HoldPlaced> press = () -> desk.holds.place(wish, request, TestHolds.staff());
        var answers = atOnce(List.of(press, press, press));
        assertThat(answers.stream().map(Timed::answer).distinct())
                .singleElement()
                .isInstanceOf(Placed.class);
        assertThat(press.call()).as("and later").isEqualTo(answers.getFirst().answer());
        assertThat(desk.order(title)).hasSize(1);
        assertThat(desk.place(wish)).as("another request").isEqualTo(new Refused(Set.of(HoldProblem.ALREADY_HELD)));
    }

    @Test
    @DisplayName(
            "B07: two move holds of one queue while a third cancels: all answer, and everybody is there once, without gaps")
    void aQueueThatManyChangeStaysAQueue() throws Exception {
        var title = desk.title("LMC");
        var all = new ArrayList<Long>();
        for (var i = 0; i < 8; i++) all.add(desk.held(desk.student(), title));
        var acts = new ArrayList<Callable<HoldChanged>>();
        for (var i = 0; i < 12; i++) {
            var hold = all.get(i % 6);
            var row = 1 + i * 5 % 8;
            acts.add(() -> desk.holds.move(hold, row, "Because", TestHolds.request(), TestHolds.librarian()));
        }
        for (var hold : all.subList(6, 8))
            acts.add(() -> desk.holds.cancel(hold, "", TestHolds.request(), TestHolds.staff()));
        assertThat(atOnce(acts)).extracting(Timed::answer).containsOnly(HoldChanged.DONE);
        assertThat(desk.order(title)).containsExactlyInAnyOrderElementsOf(all.subList(0, 6));
        assertThat(desk.lists.queue(title.bib()).stream().map(OpenHold::row)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(desk.count(
                        "select count(distinct place) from hold where bib_id = ? and state = 'open'", title.bib()))
                .isEqualTo(6);
    }

    @Test
    @DisplayName("F-12: 50 kiosks hold the last copy: each gets a place of its own, and one of 50 scans traps it")
    void fiftyKiosksHoldTheLastCopy() throws Exception {
        var title = desk.title("LMC");
        var people = IntStream.range(0, MANY).mapToObj(i -> desk.student()).toList();
        var placing = people.stream()
                .map(person -> (Callable<HoldPlaced>) () -> desk.holds.place(
                        HoldWish.ofTitle(person, title.bib(), "LMC"), TestHolds.request(), HoldActor.patron(person)))
                .toList();
        var placed = atOnce(placing);
        assertThat(placed.stream().map(one -> ((Placed) one.answer()).position()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, MANY).boxed().toList());
        var first = desk.order(title).getFirst();
        var here = desk.desk("LMC");
        var trapping = IntStream.range(0, MANY)
                .mapToObj(i -> (Callable<Boolean>) () -> desk.withCopy(title.copy(1), (connection, copy) -> desk.queue
                        .trap(connection, first, copy, here)
                        .isPresent()))
                .toList();
        var trapped = atOnce(trapping);
        assertThat(trapped).filteredOn(Timed::answer).hasSize(1);
        assertThat(desk.count("select count(*) from held_copy where item_id = ?", title.copy(1)))
                .isOne();
        System.getLogger("org.carrel.F-12")
                .log(System.Logger.Level.INFO, "place p95 {0}, trap p95 {1}", p95(placed), p95(trapped));
    }

    @Test
    void fiftyPressesOfOnePersonAreOneHold() throws Exception { // F-11, F-12
        var title = desk.title("LMC");
        var person = desk.student();
        Callable<HoldPlaced> press = () -> desk.place(HoldWish.ofTitle(person, title.bib(), "LMC"));
        var answers = atOnce(IntStream.range(0, MANY).mapToObj(i -> press).toList());
        assertThat(answers).filteredOn(one -> one.answer() instanceof Placed).hasSize(1);
        assertThat(answers)
                .filteredOn(one -> one.answer() instanceof Refused)
                .hasSize(MANY - 1)
                .allSatisfy(one -> assertThat(one.answer()).isEqualTo(new Refused(Set.of(HoldProblem.ALREADY_HELD))));
        assertThat(desk.order(title)).hasSize(1);
    }

    @Test
    @DisplayName("B28: what is lent at the desk is gone from the pull list at once")
    void aLentCopyIsNotPulled() {
        var title = desk.title("LMC");
        var hold = desk.held(desk.student(), title);
        assertThat(pulled(title, "LMC")).singleElement().satisfies(row -> {
            assertThat(row.hold()).isEqualTo(hold);
            assertThat(row.copy().item()).isEqualTo(title.copy(1));
            assertThat(row.copy().callNumber()).isEqualTo("FIC HLD");
            assertThat(row.elsewhere()).isFalse();
        });
        desk.checkOut(desk.student(), title.copy(1));
        assertThat(pulled(title, "LMC")).isEmpty();
    }

    @Test
    @DisplayName("B29: what is cancelled is gone from the pull list")
    void aCancelledHoldIsNotPulled() {
        var title = desk.title("LMC");
        var hold = desk.held(desk.student(), title);
        assertThat(pulled(title, "LMC")).hasSize(1);
        desk.holds.cancel(hold, "", TestHolds.request(), TestHolds.staff());
        assertThat(pulled(title, "LMC")).isEmpty();
        desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        assertThat(pulled(title, "LMC")).as("trapped").isEmpty();
    }

    @Test
    void aCopyOfAnotherSiteIsPulledThereWhenThisOneHasNone() {
        var title = desk.title("LMC", "EAST");
        desk.held(desk.student(), title);
        desk.held(desk.student(), title);
        assertThat(pulled(title, "LMC")).extracting(row -> row.copy().item()).containsExactly(title.copy(1));
        assertThat(pulled(title, "EAST")).singleElement().satisfies(row -> assertThat(row.elsewhere())
                .isTrue());
    }

    private static List<PullRow> pulled(TestHolds.Title title, String site) {
        return desk.lists.pullList(site).stream()
                .filter(row -> row.copy().bib() == title.bib())
                .toList();
    }

    @Test
    @DisplayName("B34: a new card changes nothing about holds")
    void aHoldStaysWhenTheCardIsReplaced() {
        var title = desk.title("LMC");
        var person = desk.student();
        var number = Privacy.unique("C").toUpperCase();
        desk.people.cards.add(person, number, "test");
        var hold = desk.held(person, title);
        desk.checkIn(title.copy(1), "LMC");
        var card = desk.people.patrons.open(person).orElseThrow().cards().getFirst();
        desk.people.cards.replace(person, card.id(), number + "2", "test");
        assertThat(desk.lists.ofPatron(person))
                .singleElement()
                .satisfies(shown -> assertThat(shown.id()).isEqualTo(hold))
                .satisfies(shown -> assertThat(shown.state()).isEqualTo(HoldState.READY));
    }

    @Test
    @DisplayName("B37: somebody without a card picks up a hold")
    void whoHasNoCardPicksUpAHold() {
        var title = desk.title("LMC");
        var person = desk.student();
        assertThat(desk.people.patrons.open(person).orElseThrow().cards()).isEmpty();
        var hold = desk.held(person, title);
        desk.checkIn(title.copy(1), "LMC");
        assertThat(desk.checkOut(person, title.copy(1)).filled()).hasValue(hold);
    }

    @Test
    void everythingThatStandsAgainstAHoldIsSaidAndStaffLiftWhatTheyMay() { // H7, H8, O2
        var title = desk.title("LMC");
        var person = desk.student();
        desk.checkOut(person, title.copy(1));
        desk.people.blocks.block(person, "Agreement missing", Optional.empty(), "test");
        var wish = HoldWish.ofTitle(person, title.bib(), "LMC");
        var both = Set.of(HoldProblem.ALREADY_ON_LOAN, HoldProblem.BLOCKED);
        assertThat(desk.place(wish)).isEqualTo(new Refused(both));
        var lifted = new HoldWish(person, title.bib(), OptionalLong.empty(), "LMC", 1, both, "");
        assertThat(desk.place(lifted)).as("without a reason").isEqualTo(new Refused(both));
        var own = new HoldWish(person, title.bib(), OptionalLong.empty(), "LMC", 1, both, "I want it");
        assertThat(desk.holds.place(own, TestHolds.request(), HoldActor.patron(person)))
                .as("nobody lifts their own")
                .isEqualTo(new Refused(both));
        var aide = HoldActor.staff(Staff.of(Role.AIDE).caller());
        var typed = new HoldWish(person, title.bib(), OptionalLong.empty(), "LMC", 1, both, "Please");
        assertThat(desk.holds.place(typed, TestHolds.request(), aide))
                .as("an aide lifts nothing")
                .isEqualTo(new Refused(both));
        var reasoned =
                new HoldWish(person, title.bib(), OptionalLong.empty(), "LMC", 1, both, "Second copy for a pair");
        assertThat(desk.place(reasoned)).isInstanceOf(Placed.class);
        assertThat(desk.place(HoldWish.ofTitle(person, 987654321, "LMC")))
                .isEqualTo(new Refused(Set.of(HoldProblem.NO_COPY, HoldProblem.BLOCKED)));
        assertThat(desk.place(HoldWish.ofTitle(person, title.bib(), "NOWHERE")))
                .isEqualTo(new Refused(Set.of(HoldProblem.NO_SUCH_SITE)));
        assertThat(desk.place(HoldWish.ofTitle(987654321, title.bib(), "LMC")))
                .isEqualTo(new Refused(Set.of(HoldProblem.NOT_ACTIVE)));
    }

    @Test
    void aPersonHoldsAsManyAsTheRuleSays() throws Exception { // H7
        var person = desk.student();
        desk.rule("hold limit=4");
        var titles =
                IntStream.rangeClosed(0, 4).mapToObj(i -> desk.title("LMC")).toList();
        var acts = titles.stream()
                .map(title -> (Callable<HoldPlaced>) () -> desk.place(HoldWish.ofTitle(person, title.bib(), "LMC")))
                .toList();
        var answers = atOnce(acts).stream().map(Timed::answer).toList();
        assertThat(answers).filteredOn(Placed.class::isInstance).hasSize(4);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .containsExactly(new Refused(Set.of(HoldProblem.TOO_MANY)));
    }

    @Test
    void volumesOfOneRecordCanBeHeldEach() { // H1
        var title = desk.title("LMC", "LMC");
        var person = desk.student();
        assertThat(desk.place(TestHolds.onlyCopy(person, title, title.copy(1)))).isInstanceOf(Placed.class);
        assertThat(desk.place(TestHolds.onlyCopy(person, title, title.copy(2)))).isInstanceOf(Placed.class);
        assertThat(desk.place(TestHolds.onlyCopy(person, title, title.copy(2))))
                .isEqualTo(new Refused(Set.of(HoldProblem.ALREADY_HELD)));
        assertThat(desk.place(HoldWish.ofTitle(person, title.bib(), "LMC")))
                .isEqualTo(new Refused(Set.of(HoldProblem.ALREADY_HELD)));
        var other = desk.title("LMC");
        assertThat(desk.place(TestHolds.onlyCopy(person, other, title.copy(1))))
                .isEqualTo(new Refused(Set.of(HoldProblem.NO_SUCH_COPY)));
        var reader = desk.student();
        var wish = TestHolds.onlyCopy(reader, title, title.copy(1));
        assertThat(desk.holds.place(wish, TestHolds.request(), HoldActor.patron(reader)))
                .isInstanceOf(Placed.class);
        assertThat(desk.count("select count(*) from hold where patron_id = ? and item_id is null", reader))
                .as("only staff choose a copy")
                .isEqualTo(1);
    }

    @Test
    void onlyWhoMayChangesAHold() {
        var title = desk.title("LMC");
        var person = desk.student();
        var hold = desk.held(person, title);
        var elsewhere = HoldActor.staff(Staff.of(Role.LIBRARIAN, "EAST").caller());
        assertThat(desk.holds.cancel(hold, "", TestHolds.request(), elsewhere)).isEqualTo(HoldChanged.GONE);
        var other = HoldActor.patron(desk.student());
        assertThat(desk.holds.cancel(hold, "", TestHolds.request(), other)).isEqualTo(HoldChanged.GONE);
        var own = HoldActor.patron(person);
        assertThat(desk.holds.place(
                        HoldWish.ofTitle(person, title.bib(), "LMC"),
                        TestHolds.request(),
                        HoldActor.patron(desk.student())))
                .isEqualTo(new Refused(Set.of(HoldProblem.NOT_ACTIVE)));
        var request = TestHolds.request();
        assertThat(desk.holds.cancel(hold, "", request, own)).isEqualTo(HoldChanged.DONE);
        assertThat(desk.holds.cancel(hold, "", request, own))
                .as("the same request")
                .isEqualTo(HoldChanged.DONE);
        assertThat(desk.holds.cancel(hold, "", TestHolds.request(), own)).isEqualTo(HoldChanged.GONE);
    }

    @Test
    void suspendedItIsPassedOverAndKeepsItsPlace() { // H2
        var title = desk.title("LMC");
        var first = desk.held(desk.student(), title);
        var second = desk.held(desk.student(), title);
        var until = LocalDate.of(2027, 10, 10);
        assertThat(desk.holds.suspend(first, LocalDate.of(2027, 9, 29), TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.BAD_DAY);
        assertThat(desk.holds.suspend(first, until, TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.DONE);
        assertThat(desk.shown(first).state()).isEqualTo(HoldState.SUSPENDED);
        assertThat(desk.shown(second).position()).hasValue(1);
        assertThat(pulled(title, "LMC")).extracting(PullRow::hold).containsExactly(second);
        assertThat(desk.holds.resume(first, TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.DONE);
        assertThat(pulled(title, "LMC")).extracting(PullRow::hold).containsExactly(first);
        desk.checkIn(title.copy(1), "LMC");
        assertThat(desk.holds.suspend(first, until, TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.COPY_SET_ASIDE);
        assertThat(desk.holds.pickUpAt(first, "EAST", TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.COPY_SET_ASIDE);
        assertThat(desk.holds.pickUpAt(second, "EAST", TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.DONE);
        assertThat(desk.shown(second).site()).isEqualTo("EAST");
        assertThat(desk.holds.pickUpAt(second, "NOWHERE", TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.NO_SUCH_SITE);
    }

    @Test
    void aMoveNeedsAReasonAndIsInTheTrailWithoutIt() { // H2
        var title = desk.title("LMC");
        desk.held(desk.student(), title);
        var person = desk.student();
        var hold = desk.held(person, title);
        assertThat(desk.holds.move(hold, 1, "  ", TestHolds.request(), TestHolds.librarian()))
                .isEqualTo(HoldChanged.NO_REASON);
        assertThat(desk.holds.move(
                        hold,
                        1,
                        "Because",
                        TestHolds.request(),
                        Staff.of(Role.AIDE).caller()))
                .isEqualTo(HoldChanged.NOT_ALLOWED);
        assertThat(desk.holds.move(hold, 1, "Exam on Monday", TestHolds.request(), TestHolds.librarian()))
                .isEqualTo(HoldChanged.DONE);
        assertThat(desk.lists.moves(title.bib()))
                .singleElement()
                .satisfies(move -> assertThat(move.reason()).isEqualTo("Exam on Monday"))
                .satisfies(move -> assertThat(move.before()).isEqualTo(2))
                .satisfies(move -> assertThat(move.after()).isEqualTo(1));
        assertThat(desk.people.audit.of(new Subject("patron", person), 5))
                .extracting(AuditEvent::action)
                .containsExactly("hold_moved", "hold_placed");
    }

    @Test
    void ofATitleThatIsGoneAllHoldsAreCancelled() { // H9
        var title = desk.title("LMC");
        var person = desk.student();
        var hold = desk.held(person, title);
        desk.people.write(connection ->
                Sql.update(connection, "update item set item_condition = 'lost' where bib_id = ?", title.bib()));
        desk.job.run();
        assertThat(desk.lists.find(hold)).as("lost may be found").isPresent();
        desk.people.write(connection ->
                Sql.update(connection, "update item set withdrawn_on = '2027-09-30' where bib_id = ?", title.bib()));
        desk.job.run();
        assertThat(desk.lists.find(hold)).isEmpty();
        assertThat(desk.told).contains(HoldNews.ended(hold, person, title.bib(), desk.site("LMC"), HoldEnd.TITLE_GONE));
    }

    @Test
    void whoHasLeftWaitsNoMore() { // H9
        var title = desk.title("LMC");
        var person = desk.student();
        var hold = desk.held(person, title);
        var next = desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        desk.people.write(connection -> Sql.update(
                connection, "update patron set status = 'inactive', left_on = '2027-09-30' where id = ?", person));
        desk.job.run();
        assertThat(desk.lists.find(hold)).isEmpty();
        assertThat(desk.told)
                .contains(HoldNews.ended(hold, person, title.bib(), desk.site("LMC"), HoldEnd.PATRON_LEFT));
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .isInstanceOfSatisfying(Whereabouts.HoldShelf.class, shelf -> assertThat(shelf.hold())
                        .isEqualTo(next));
        assertThat(desk.place(HoldWish.ofTitle(person, title.bib(), "LMC")))
                .isEqualTo(new Refused(Set.of(HoldProblem.NOT_ACTIVE)));
        assertThat(desk.people.patrons.find(person).orElseThrow().facts().get(PatronField.STATUS))
                .isEqualTo(PatronStatus.INACTIVE.name());
    }

    @Test
    @DisplayName(
            "PR-1: who had a hold is forgotten when it is over and cannot be taken back any more, with all reasons")
    void whoHadAHoldIsForgotten() {
        var title = desk.title("LMC");
        var person = desk.student();
        var hold = desk.held(
                new HoldWish(person, title.bib(), OptionalLong.empty(), "LMC", 1, Set.of(), "Reading group of Maya"));
        var cancelled = desk.held(desk.student(), title);
        desk.holds.cancel(cancelled, "Moves to Ohio", TestHolds.request(), TestHolds.staff());
        desk.checkIn(title.copy(1), "LMC");
        desk.checkOut(person, title.copy(1));
        desk.later(Duration.ofSeconds(60));
        desk.job.run();
        assertThat(desk.count("select count(*) from hold where id = ? and patron_id = ?", hold, person))
                .as("a check-out can still be taken back")
                .isOne();
        desk.later(Duration.ofSeconds(31));
        desk.job.run();
        desk.job.run();
        assertThat(desk.count("select count(*) from hold where bib_id = ? and patron_id is not null", title.bib()))
                .isZero();
        assertThat(desk.count(
                        "select count(*) from hold_event e join hold h on h.id = e.hold_id where h.bib_id = ? and e.reason <> ''",
                        title.bib()))
                .isZero();
        assertThat(desk.count(
                        "select count(*) from desk_request where patron_id = ? or answer like concat('%\"patron\"%', ?, '%')",
                        person, person))
                .isZero();
        assertThat(desk.count("select count(*) from hold where bib_id = ?", title.bib()))
                .as("counts stay")
                .isEqualTo(2);
    }

    @Test
    void aPersonGetsTheHoldsToReadAndTakesThemAlongWhenErased() { // PR-7, PR-8
        var title = desk.title("LMC");
        var person = desk.student();
        desk.held(new HoldWish(
                person, title.bib(), OptionalLong.empty(), "LMC", 1, Set.of(), "Asked by the reading coach"));
        desk.checkIn(title.copy(1), "LMC");
        PersonFile file = desk.people.exports.make(Privacy.admin(), person).orElseThrow();
        assertThat(file.toString()).contains("Asked by the reading coach", Long.toString(title.bib()));
        assertThat(desk.people.erasures().erase(Privacy.admin(), person, ErasureReason.ASKED))
                .isEqualTo(ErasureResult.ERASED);
        assertThat(desk.order(title)).isEmpty();
        assertThat(desk.count("select count(*) from hold where bib_id = ?", title.bib()))
                .isZero();
        assertThat(desk.lists.shelf("LMC"))
                .filteredOn(row -> row.copy().bib() == title.bib())
                .singleElement()
                .satisfies(row -> assertThat(row.hold()).as("to be scanned").isEmpty());
    }

    @Test
    void holdsOfTwoWhoAreOneAreOnesAndTheEarlierGoesOn() { // P6
        var kept = desk.student();
        var merged = desk.student();
        var both = desk.title("LMC");
        var early = desk.held(merged, both);
        var between = desk.held(desk.student(), both);
        var late = desk.held(kept, both);
        desk.checkIn(both.copy(1), "LMC");
        var only = desk.title("LMC");
        var moved = desk.held(merged, only);
        var done = desk.database.transaction(
                connection -> desk.queue.movePatron(connection, merged, kept, OptionalLong.empty(), desk.now()));
        assertThat(done.holds()).as("only changed hands").containsExactly(moved);
        assertThat(done.news())
                .containsExactly(HoldNews.ended(late, kept, both.bib(), desk.site("LMC"), HoldEnd.MERGED));
        assertThat(desk.order(both)).containsExactly(early, between);
        assertThat(desk.lists.ofPatron(kept)).extracting(OpenHold::id).containsExactly(early, moved);
        assertThat(desk.shown(early).state()).isEqualTo(HoldState.READY);
        assertThat(desk.lists.ofPatron(merged)).isEmpty();
        assertThat(desk.count("select count(*) from hold where patron_id = ?", merged))
                .isZero();
    }

    @Test
    void holdsGoBackWithAMergeThatIsTakenBack() { // P6
        var kept = desk.student();
        var merged = desk.student();
        var open = desk.held(merged, desk.title("LMC"));
        var again = desk.title("LMC");
        var twice = desk.held(merged, again);
        var over = desk.held(merged, desk.title("LMC"));
        var moved = desk.database.transaction(
                connection -> desk.queue.movePatron(connection, merged, kept, OptionalLong.empty(), desk.now()));
        assertThat(moved.holds()).containsExactlyInAnyOrder(open, twice, over);
        desk.holds.cancel(over, "", TestHolds.request(), TestHolds.staff());
        var own = desk.held(kept, desk.title("LMC"));
        desk.held(merged, again);
        var back =
                desk.database.transaction(connection -> desk.queue.moveBack(connection, moved.holds(), kept, merged));
        assertThat(back).as("not what is over, and nothing twice").containsExactly(open);
        assertThat(desk.lists.ofPatron(merged)).extracting(OpenHold::id).contains(open);
        assertThat(desk.lists.ofPatron(kept)).extracting(OpenHold::id).containsExactlyInAnyOrder(twice, own);
    }

    @Test
    void whatWasTrappedForTheLaterHoldGoesToTheEarlierOne() { // P6
        var kept = desk.student();
        var merged = desk.student();
        var title = desk.title("LMC");
        var early = desk.held(kept, title);
        var late = desk.held(merged, title);
        desk.holds.suspend(early, LocalDate.of(2027, 10, 10), TestHolds.request(), TestHolds.staff());
        desk.checkIn(title.copy(1), "LMC");
        desk.database.transaction(
                connection -> desk.queue.movePatron(connection, merged, kept, OptionalLong.empty(), desk.now()));
        assertThat(desk.lists.find(late)).isEmpty();
        assertThat(desk.shown(early).state()).isEqualTo(HoldState.READY);
        assertThat(desk.checkOut(kept, title.copy(1)).filled()).hasValue(early);
    }

    @Test
    void theJobIsDoneOnceHoweverManyDoIt() throws Exception { // F-10
        var title = desk.title("LMC");
        var hold = desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        desk.at(Instant.parse("2027-11-20T12:00:00Z"));
        Callable<HoldJob.Done> run = () -> desk.job.run();
        atOnce(List.of(run, run, run, run));
        assertThat(desk.told)
                .filteredOn(news -> news.hold() == hold && news.kind() == HoldNews.Kind.ENDED)
                .hasSize(1);
        assertThat(desk.job.run().expired()).isZero();
    }
}
