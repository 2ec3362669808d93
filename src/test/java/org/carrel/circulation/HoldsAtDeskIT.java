package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.catalog.Item;
import org.carrel.catalog.Items;
import org.carrel.circulation.HoldNews.Kind;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.holds.CheckInProposal.Arrived;
import org.carrel.circulation.holds.CheckInProposal.OnHoldShelf;
import org.carrel.circulation.holds.CheckInProposal.OnItsWay;
import org.carrel.circulation.holds.CheckInProposal.SendHome;
import org.carrel.circulation.holds.CheckInProposal.Shelve;
import org.carrel.circulation.holds.CheckInProposal.Trap;
import org.carrel.circulation.holds.HoldClaim;
import org.carrel.circulation.holds.HoldsAtCheckOut;
import org.carrel.circulation.holds.Whereabouts;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What check-outs, check-ins and renewals mean for those who wait, on the product's database. */
class HoldsAtDeskIT {
    /** The third open day after the Thursday: over a weekend. */
    private static final LocalDate TUESDAY = LocalDate.of(2027, 10, 5);

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

    private static HoldsAtCheckOut claims(long patron, long item) {
        return desk.withCopy(
                item, (connection, copy) -> desk.queue.atCheckOut(connection, patron, copy, desk.desk("LMC")));
    }

    @Test
    void whereNobodyWaitsThereIsNothingToDo() {
        var title = desk.title("LMC");
        var ana = desk.student();
        assertThat(claims(ana, title.copy(1)))
                .isEqualTo(new HoldsAtCheckOut(Optional.empty(), OptionalLong.empty(), Waiting.NOBODY, false));
        assertThat(desk.checkOut(ana, title.copy(1)).filled()).isEmpty();
        assertThat(desk.checkIn(title.copy(1), "LMC")).isEqualTo(new Whereabouts.Shelf(List.of()));
        assertThat(desk.count("select count(*) from held_copy where item_id = ?", title.copy(1)))
                .isZero();
    }

    @Test
    void aReturnIsProposedToTheFirstInLineAndTrappedWhenStaffSaySo() { // H3, B30
        var title = desk.title("LMC");
        var bo = desk.student();
        var hold = desk.held(bo, title);
        desk.held(desk.student(), title);
        assertThat(desk.scan(title.copy(1), "LMC"))
                .isEqualTo(new Trap(hold, bo, desk.site("LMC"), true, Optional.of(TUESDAY), OptionalInt.of(1)));
        assertThat(desk.shown(hold).state()).as("a proposal writes nothing").isEqualTo(HoldState.WAITING);
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .isEqualTo(new Whereabouts.HoldShelf(hold, bo, Optional.of(TUESDAY), desk.told));
        assertThat(desk.told)
                .containsExactly(
                        HoldNews.ready(hold, bo, title.bib(), title.copy(1), desk.site("LMC"), Optional.of(TUESDAY)));
        assertThat(desk.shown(hold).state()).isEqualTo(HoldState.READY);
        assertThat(desk.scan(title.copy(1), "LMC"))
                .as("scanned again")
                .isEqualTo(new OnHoldShelf(hold, bo, Optional.of(TUESDAY)));
        assertThat(isAvailable(title)).as("the catalog knows").isFalse();
    }

    private static boolean isAvailable(TestHolds.Title title) {
        return new Items(desk.database)
                .of(List.of(title.bib())).get(title.bib()).stream().anyMatch(Item::available);
    }

    @Test
    void whatIsIgnoredIsAskedForAgainAtTheNextScan() { // H3
        var title = desk.title("LMC");
        var hold = desk.held(desk.student(), title);
        var where = desk.withCopy(
                title.copy(1), (connection, copy) -> desk.queue.ignore(connection, copy, desk.desk("LMC")));
        assertThat(where).isEqualTo(new Whereabouts.Shelf(List.of()));
        assertThat(desk.scan(title.copy(1), "LMC")).isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.hold())
                .isEqualTo(hold));
    }

    @Test
    void whatIsDamagedOrLentNoMoreIsTrappedForNobody() { // H3
        var title = desk.title("LMC", "LMC");
        desk.held(desk.student(), title);
        desk.people.write(connection ->
                Sql.update(connection, "update item set item_condition = 'damaged' where id = ?", title.copy(1)));
        desk.people.write(
                connection -> Sql.update(connection, "update item set lendable = false where id = ?", title.copy(2)));
        assertThat(desk.scan(title.copy(1), "LMC")).isEqualTo(new Shelve());
        assertThat(desk.scan(title.copy(2), "LMC")).isEqualTo(new Shelve());
    }

    @Test
    @DisplayName(
            "B27: lent to another in spite of the hold, it waits first in line again, off the shelf, and the notice is taken back")
    void anOverriddenHoldIsFirstAgain() {
        var title = desk.title("LMC");
        var ana = desk.student();
        var bo = desk.student();
        var first = desk.held(bo, title);
        var second = desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        desk.holds.move(second, 1, "Needs it for Friday", TestHolds.request(), TestHolds.librarian());
        desk.told.clear();
        assertThat(claims(ana, title.copy(1)).other())
                .hasValue(new HoldClaim(first, bo, HoldClaim.Kind.ON_HOLD_SHELF, Optional.of(TUESDAY), 2));

        desk.checkOut(ana, title.copy(1));

        assertThat(desk.order(title)).containsExactly(first, second);
        assertThat(desk.shown(first))
                .satisfies(hold -> assertThat(hold.state()).isEqualTo(HoldState.WAITING))
                .satisfies(hold -> assertThat(hold.shelfUntil()).isEmpty())
                .satisfies(hold -> assertThat(hold.position()).hasValue(1));
        assertThat(desk.told)
                .containsExactly(HoldNews.retracted(first, bo, title.bib(), title.copy(1), desk.site("LMC")));
        assertThat(desk.lists.shelf("LMC")).noneMatch(row -> row.copy().bib() == title.bib());
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .as("and gets it back when it comes back")
                .isInstanceOfSatisfying(Whereabouts.HoldShelf.class, shelf -> assertThat(shelf.hold())
                        .isEqualTo(first));
    }

    @Test
    void whoTakesTheTrappedCopyHasTheHoldFilled() { // H5
        var title = desk.title("LMC");
        var bo = desk.student();
        var hold = desk.held(bo, title);
        desk.checkIn(title.copy(1), "LMC");
        assertThat(claims(bo, title.copy(1)))
                .isEqualTo(new HoldsAtCheckOut(Optional.empty(), OptionalLong.of(hold), Waiting.NOBODY, true));
        assertThat(desk.checkOut(bo, title.copy(1)).filled()).hasValue(hold);
        assertThat(desk.lists.find(hold)).isEmpty();
        assertThat(desk.text("select concat(state, ' ', ended_why) from hold where id = ?", hold))
                .isEqualTo("filled picked_up");
        assertThat(desk.checkIn(title.copy(1), "LMC")).isEqualTo(new Whereabouts.Shelf(List.of()));
    }

    @Test
    void whoTakesAnotherCopyFreesTheTrappedOneForTheNext() { // H5, B31
        var title = desk.title("LMC", "LMC");
        var bo = desk.student();
        var hold = desk.held(bo, title);
        desk.checkIn(title.copy(1), "LMC");
        var next = desk.held(desk.student(), title);
        var after = desk.checkOut(bo, title.copy(2));
        assertThat(after.filled()).hasValue(hold);
        assertThat(after.freed()).containsExactly(title.copy(1));
        assertThat(desk.lists.shelf("LMC"))
                .filteredOn(row -> row.copy().bib() == title.bib())
                .singleElement()
                .satisfies(row -> assertThat(row.hold()).as("to be scanned").isEmpty())
                .satisfies(row -> assertThat(row.wanted()).isTrue());
        assertThat(desk.scan(title.copy(1), "LMC")).isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.hold())
                .isEqualTo(next));
    }

    @Test
    @DisplayName("B31: holds by A and B on the title and by C on copy 2; copy 2 comes back, copy 1 is lent to A")
    void theRightHoldOfSeveralIsUsed() {
        var title = desk.title("LMC", "LMC");
        var ana = desk.student();
        var a = desk.held(ana, title);
        var b = desk.held(desk.student(), title);
        var c = desk.held(TestHolds.onlyCopy(desk.student(), title, title.copy(2)));
        assertThat(desk.scan(title.copy(2), "LMC"))
                .as("A is first in time")
                .isInstanceOfSatisfying(
                        Trap.class, trap -> assertThat(trap.hold()).isEqualTo(a));
        assertThat(desk.checkOut(ana, title.copy(1)).filled()).hasValue(a);
        assertThat(desk.order(title)).as("others untouched").containsExactly(b, c);
        desk.holds.move(c, 1, "Volume for the exam", TestHolds.request(), TestHolds.librarian());
        assertThat(desk.scan(title.copy(2), "LMC"))
                .as("C is first in time for copy 2")
                .isInstanceOfSatisfying(
                        Trap.class, trap -> assertThat(trap.hold()).isEqualTo(c));
    }

    @Test
    void aCheckOutIsTakenBackWithItsHold() {
        var title = desk.title("LMC", "LMC");
        var bo = desk.student();
        var hold = desk.held(bo, title);
        desk.checkIn(title.copy(1), "LMC");
        desk.checkOut(bo, title.copy(1));
        desk.withCopy(title.copy(1), (connection, copy) -> {
            Sql.update(
                    connection,
                    "update loan set ended = 'undone', returned_at = lent_at, checked_in_at = lent_at where open_item = ?",
                    copy.item());
            desk.queue.undoneCheckOut(connection, bo, copy, desk.desk("LMC"));
            return true;
        });
        assertThat(desk.shown(hold).state()).isEqualTo(HoldState.READY);
        assertThat(desk.shown(hold).shelfUntil()).hasValue(TUESDAY);
        assertThat(desk.scan(title.copy(1), "LMC")).isEqualTo(new OnHoldShelf(hold, bo, Optional.of(TUESDAY)));
    }

    @Test
    void aCheckInIsTakenBackWithItsTrap() {
        var title = desk.title("LMC");
        var bo = desk.student();
        var hold = desk.held(bo, title);
        desk.checkIn(title.copy(1), "LMC");
        var news = desk.withCopy(
                title.copy(1), (connection, copy) -> desk.queue.untrap(connection, copy, desk.desk("LMC")));
        assertThat(news).extracting(HoldNews::kind).containsExactly(Kind.RETRACTED);
        assertThat(desk.shown(hold).state()).isEqualTo(HoldState.WAITING);
        assertThat(desk.count("select count(*) from held_copy where item_id = ?", title.copy(1)))
                .isZero();
    }

    @Test
    void theNextInLineHasAClaimOnlyToWhatIsNeeded() { // H5
        var title = desk.title("LMC", "LMC");
        var ana = desk.student();
        var bo = desk.student();
        var hold = desk.held(bo, title);
        assertThat(claims(ana, title.copy(1)).other())
                .as("there is another on the shelf")
                .isEmpty();
        desk.checkOut(desk.student(), title.copy(2));
        assertThat(claims(ana, title.copy(1)).other())
                .hasValue(new HoldClaim(hold, bo, HoldClaim.Kind.NEXT_IN_LINE, Optional.empty(), 1));
        assertThat(claims(bo, title.copy(1)).other()).isEmpty();
        desk.holds.suspend(hold, LocalDate.of(2027, 10, 30), TestHolds.request(), TestHolds.staff());
        assertThat(claims(ana, title.copy(1)).other()).as("suspended").isEmpty();
    }

    @Test
    void holdsOfOthersCountWhenALoanIsRenewed() { // H6, B36
        var title = desk.title("LMC", "LMC");
        var ana = desk.student();
        desk.checkOut(ana, title.copy(1));
        assertThat(waiting(ana, title.copy(1))).isEqualTo(Waiting.NOBODY);
        desk.held(desk.student(), title);
        assertThat(waiting(ana, title.copy(1))).as("another is there").isEqualTo(Waiting.OTHER_COPIES);
        desk.held(desk.student(), title);
        assertThat(waiting(ana, title.copy(1))).isEqualTo(Waiting.THIS_COPY);
        var own = desk.title("LMC");
        desk.held(ana, own);
        assertThat(waiting(ana, own.copy(1))).as("one's own hold").isEqualTo(Waiting.NOBODY);
    }

    private static Waiting waiting(long patron, long item) {
        return desk.withCopy(
                item, (connection, copy) -> desk.queue.waiting(connection, patron, copy, LocalDate.of(2027, 9, 30)));
    }

    @Test
    @DisplayName("B33: where holds do not expire, there is no date and none expires")
    void withoutExpiryNothingExpires() {
        var title = desk.title("LMC");
        var hold = desk.held(desk.student(), title);
        desk.rule("shelf days=unlimited");
        desk.checkIn(title.copy(1), "LMC");
        assertThat(desk.shown(hold).shelfUntil()).isEmpty();
        desk.later(Duration.ofDays(300));
        desk.job.run();
        assertThat(desk.shown(hold).state()).isEqualTo(HoldState.READY);
    }

    @Test
    @DisplayName(
            "H4: what is not picked up by the end of its last day expires, and stays on the shelf until somebody scans it")
    void aHoldExpiresAfterItsLastDay() {
        var title = desk.title("LMC");
        var bo = desk.student();
        var hold = desk.held(bo, title);
        var next = desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        desk.told.clear();
        desk.at(Instant.parse("2027-10-06T04:59:59Z"));
        desk.job.run();
        assertThat(desk.shown(hold).state())
                .as("the last second of Tuesday in Chicago")
                .isEqualTo(HoldState.READY);
        desk.at(Instant.parse("2027-10-06T05:00:00Z"));
        desk.job.run();
        desk.job.run();
        assertThat(desk.told)
                .filteredOn(news -> news.hold() == hold)
                .containsExactly(HoldNews.ended(hold, bo, title.bib(), desk.site("LMC"), HoldEnd.NOT_PICKED_UP));
        assertThat(desk.lists.shelf("LMC"))
                .filteredOn(row -> row.copy().bib() == title.bib())
                .singleElement()
                .satisfies(row -> assertThat(row.hold()).isEmpty())
                .satisfies(row -> assertThat(row.wanted()).isTrue());
        assertThat(isAvailable(title)).as("not back on its shelf yet").isFalse();
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .isInstanceOfSatisfying(Whereabouts.HoldShelf.class, shelf -> assertThat(shelf.hold())
                        .isEqualTo(next));
    }

    @Test
    @DisplayName("B35: cancelled while on the hold shelf, the copy needs a scan")
    void aCancelledCopyNeedsAScan() {
        var title = desk.title("LMC");
        var hold = desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        assertThat(desk.holds.cancel(hold, "Not wanted any more", TestHolds.request(), TestHolds.staff()))
                .isEqualTo(HoldChanged.DONE);
        assertThat(desk.lists.shelf("LMC"))
                .filteredOn(row -> row.copy().bib() == title.bib())
                .singleElement()
                .satisfies(row -> assertThat(row.hold()).isEmpty())
                .satisfies(row -> assertThat(row.wanted()).isFalse());
        assertThat(desk.lists.pullList("LMC")).noneMatch(row -> row.copy().bib() == title.bib());
        assertThat(desk.scan(title.copy(1), "LMC")).isEqualTo(new Shelve());
        assertThat(desk.checkIn(title.copy(1), "LMC")).isEqualTo(new Whereabouts.Shelf(List.of()));
        assertThat(desk.lists.shelf("LMC")).noneMatch(row -> row.copy().bib() == title.bib());
    }

    @Test
    void aCopyGoesToTheSiteWhereSomebodyWaitsAndHomeAgain() { // C5
        var title = desk.title("LMC");
        var bo = desk.student();
        var hold = desk.held(HoldWish.ofTitle(bo, title.bib(), "EAST"));
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .isEqualTo(new Whereabouts.Sent(desk.site("EAST"), true, List.of()));
        assertThat(desk.shown(hold).state()).isEqualTo(HoldState.ON_ITS_WAY);
        assertThat(desk.told).as("nothing to tell before it is there").isEmpty();
        assertThat(isAvailable(title)).isFalse();
        assertThat(desk.scan(title.copy(1), "LMC"))
                .as("scanned again before it left")
                .isEqualTo(new OnItsWay(desk.site("EAST"), true));
        desk.checkIn(title.copy(1), "LMC");
        assertThat(desk.count("select count(*) from item_transfer where item_id = ?", title.copy(1)))
                .as("one way at a time")
                .isOne();
        assertThat(desk.holds.boxSent("LMC", "EAST", TestHolds.librarian())).isPositive();
        assertThat(desk.scan(title.copy(1), "EAST")).isInstanceOf(Arrived.class);
        assertThat(desk.checkIn(title.copy(1), "EAST")).isInstanceOf(Whereabouts.HoldShelf.class);
        assertThat(desk.told).extracting(HoldNews::kind).containsExactly(Kind.READY);
        assertThat(desk.shown(hold).state()).isEqualTo(HoldState.READY);
        desk.holds.cancel(hold, "", TestHolds.request(), TestHolds.staff());
        assertThat(desk.scan(title.copy(1), "EAST")).isEqualTo(new SendHome(desk.site("LMC")));
        assertThat(desk.checkIn(title.copy(1), "EAST"))
                .isEqualTo(new Whereabouts.Sent(desk.site("LMC"), false, List.of()));
        assertThat(desk.count("select count(*) from item_in_transfer where item_id = ?", title.copy(1)))
                .isOne();
        assertThat(desk.checkIn(title.copy(1), "LMC")).isEqualTo(new Whereabouts.Shelf(List.of()));
        assertThat(isAvailable(title)).isTrue();
        assertThat(desk.count(
                        "select count(*) from item_transfer where item_id = ? and ended = 'arrived'", title.copy(1)))
                .isEqualTo(2);
    }

    @Test
    void aCopyOnAWrongWayGoesOnFromWhereItIs() { // C5
        var title = desk.title("EAST");
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .isEqualTo(new Whereabouts.Sent(desk.site("EAST"), false, List.of()));
        desk.people.write(connection ->
                Sql.update(connection, "insert ignore into site (code, name) values ('WEST', 'West School')"));
        assertThat(desk.checkIn(title.copy(1), "WEST"))
                .isEqualTo(new Whereabouts.Sent(desk.site("EAST"), false, List.of()));
        assertThat(desk.lists.transfers("EAST"))
                .filteredOn(row -> row.copy().item() == title.copy(1))
                .singleElement()
                .satisfies(row -> assertThat(row.fromCode()).isEqualTo("WEST"));
        assertThat(desk.checkIn(title.copy(1), "EAST")).isEqualTo(new Whereabouts.Shelf(List.of()));
    }

    @Test
    void whatWasSentHomeIsStillGivenToWhoWaits() { // H3, C5
        var title = desk.title("EAST");
        desk.checkIn(title.copy(1), "LMC");
        var hold = desk.held(HoldWish.ofTitle(desk.student(), title.bib(), "LMC"));
        assertThat(desk.checkIn(title.copy(1), "LMC"))
                .isInstanceOfSatisfying(Whereabouts.HoldShelf.class, shelf -> assertThat(shelf.hold())
                        .isEqualTo(hold));
        assertThat(desk.count("select count(*) from item_in_transfer where item_id = ?", title.copy(1)))
                .isZero();
    }

    @Test
    void lentFromTheBoxItIsOnNoWayAnyMore() { // Z1
        var title = desk.title("EAST");
        desk.checkIn(title.copy(1), "LMC");
        desk.checkOut(desk.student(), title.copy(1));
        assertThat(desk.count("select count(*) from item_in_transfer where item_id = ?", title.copy(1)))
                .isZero();
    }

    @Test
    void aClassGetsItsCopiesOneByOne() { // H8
        var title = desk.title("LMC", "LMC", "LMC");
        var teacher = desk.student();
        var hold = desk.held(TestHolds.several(teacher, title, 2));
        var next = desk.held(desk.student(), title);
        desk.checkIn(title.copy(1), "LMC");
        assertThat(desk.shown(hold))
                .satisfies(shown -> assertThat(shown.ready()).isOne())
                .satisfies(shown -> assertThat(shown.position()).hasValue(1));
        desk.checkIn(title.copy(2), "LMC");
        assertThat(desk.scan(title.copy(3), "LMC")).isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.hold())
                .isEqualTo(next));
        desk.checkOut(teacher, title.copy(1));
        assertThat(desk.shown(hold).filled()).isOne();
        assertThat(desk.checkOut(teacher, title.copy(3)).freed())
                .as("another copy than the one set aside")
                .containsExactly(title.copy(2));
        assertThat(desk.lists.find(hold)).isEmpty();
        assertThat(desk.scan(title.copy(2), "LMC")).isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.hold())
                .isEqualTo(next));
    }
}
