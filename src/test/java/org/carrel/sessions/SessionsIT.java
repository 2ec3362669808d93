package org.carrel.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Items;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.TestDesk;
import org.carrel.devices.CartGuard;
import org.carrel.devices.Carts;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.SlotsChanged;
import org.carrel.devices.TestDevices;
import org.carrel.patrons.PatronField;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SchedulingCheck;
import org.carrel.scheduling.SessionChange;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.ShortCart;
import org.carrel.scheduling.TestBookings;
import org.carrel.search.CatalogSearch;
import org.carrel.search.IndexSettings;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carts and books of class sessions, through the doors on the product's database. */
class SessionsIT {
    private static final Duration TO_CHARGE = Duration.ofMinutes(5);

    private TestBookings school;
    private TestDesk desk;
    private TestDevices devices;
    private Carts carts;
    private Caller librarian;
    private long teacher;
    private long session;

    @BeforeEach
    void open() {
        school = TestBookings.open(
                List.of(new PulledWatch(new ItemsAtDesk())),
                at -> List.of(new CartGuard(), new SessionGuard(TestBookings.sessionDesk(at))));
        desk = school.desk;
        desk.rule("period=14 days");
        devices = TestDevices.at(desk.site, desk.clock);
        carts = new Carts(desk.database, desk.clock, devices.inventory);
        librarian = school.librarian();
        teacher = desk.person(Map.of(PatronField.GIVEN_NAME, "Linda", PatronField.CATEGORY, "TEACHER"));
        session = school.bookings.teacher(teacher, desk.site, librarian).orElseThrow();
    }

    @AfterEach
    void close() {
        if (devices != null) devices.close();
        if (school != null) school.close();
    }

    private Device cart(int number) {
        var model = devices.model(TestDevices.unique("Maker "));
        var cart = devices.add(
                devices.model(TestDevices.unique("Maker "), DeviceCategory.CART), TestDevices.unique("CART-"), "");
        carts.addSlots(cart.id(), number, desk.technician());
        for (var i = 0; i < number; i++) {
            var device = devices.add(model, TestDevices.unique("CB-"), TestDevices.unique("S"));
            assertThat(carts.put(cart.id(), "", device.tag(), desk.technician()))
                    .isInstanceOf(SlotsChanged.Done.class);
        }
        return cart;
    }

    private List<Device> inside(Device cart) {
        var all = new ArrayList<Device>();
        carts.open(cart.id(), desk.technician()).orElseThrow().slots().forEach(slot -> slot.device()
                .ifPresent(all::add));
        return all;
    }

    private long bookable(Device cart) {
        return bookable(cart, 1);
    }

    /** @param classes that may share it */
    private long bookable(Device cart, int classes) {
        var bare = school.bare(Kind.CART, classes, OptionalInt.empty());
        return school.resource(new BookingResource(
                0,
                bare.site(),
                bare.kind(),
                bare.nameEn(),
                "",
                classes,
                OptionalInt.empty(),
                Duration.ZERO,
                TO_CHARGE,
                OptionalLong.of(cart.id()),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false));
    }

    /** The teacher wants so many devices of the cart in one period. */
    private SessionWish wish(int period, long cart, int devices) {
        var bare = school.wish(MONDAY, period);
        return new SessionWish(
                bare.site(),
                MONDAY,
                period,
                period,
                OptionalLong.of(session),
                bare.about(),
                List.of(new PartWish(cart, devices, false)),
                bare.request());
    }

    private ClassSession booked(int period, long cart, int devices) {
        return school.booked(wish(period, cart, devices), librarian);
    }

    private void at(int hour, int minute) {
        desk.clock.set(MONDAY.atTime(hour, minute).atZone(CHICAGO).toInstant());
    }

    private static List<LoanBlock> blocks(DeskAnswer answer) {
        return answer.blocks().stream().map(Blocked::block).toList();
    }

    private static List<Remark.Kind> remarks(DeskAnswer answer) {
        return answer.remarks().stream().map(Remark::kind).toList();
    }

    @Test
    void aBookedCartIsLentToNobodyPastItsSessionUnlessSomebodyGivesAReason() {
        var cart = cart(2);
        booked(3, bookable(cart), 2);
        var ana = desk.student("Ana");
        var refused = desk.scan(ana, cart.tag());
        assertThat(refused.act()).isEqualTo(Act.REFUSED);
        assertThat(blocks(refused)).containsExactly(LoanBlock.BOOKED_FOR_CLASS);
        assertThat(blocks(desk.scan(ana, inside(cart).getFirst().tag())))
                .as("one of its devices")
                .containsExactly(LoanBlock.BOOKED_FOR_CLASS);
        var lifted = new Lifted(Set.of(LoanBlock.BOOKED_FOR_CLASS), "The class has another one");
        assertThat(desk.scan(ana, cart.tag(), lifted).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void whatTheClassDoesNotNeedOfACartIsLent() {
        var cart = cart(3);
        booked(3, bookable(cart), 2);
        var all = inside(cart);
        assertThat(desk.scan(desk.student("Ana"), all.get(0).tag()).act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(blocks(desk.scan(desk.student("Ben"), all.get(1).tag())))
                .containsExactly(LoanBlock.BOOKED_FOR_CLASS);
    }

    @Test
    void atTheBellOneScanHandsTheCartToTheTeacherAndOneTakesItBack() {
        var cart = cart(2);
        var booked = booked(3, bookable(cart), 2);
        at(9, 50);
        var out = desk.scan(cart.tag());
        assertThat(out.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(out.patron().orElseThrow().id()).isEqualTo(teacher);
        assertThat(out.loan().orElseThrow().due()).contains(booked.span().ends().plus(TO_CHARGE));
        assertThat(remarks(out)).contains(Remark.Kind.FOR_CLASS, Remark.Kind.CART_OUT);
        assertThat(school.bookings.find(booked.id()).orElseThrow().claimed())
                .as("the class has come")
                .contains(desk.clock.instant());
        at(10, 30);
        var back = desk.scan(cart.tag());
        assertThat(back.act()).isEqualTo(Act.RETURNED);
        assertThat(remarks(back)).contains(Remark.Kind.CART_TO_COUNT);
        at(10, 32);
        assertThat(desk.scan(cart.tag()).act()).as("it went once already").isEqualTo(Act.NOT_ON_LOAN);
    }

    @Test
    void longBeforeTheBellAndForOthersACartIsTakenBackAsEver() {
        var cart = cart(1);
        booked(3, bookable(cart), 1);
        at(8, 30);
        assertThat(desk.scan(cart.tag()).act()).isEqualTo(Act.NOT_ON_LOAN);
    }

    @Test
    void aCartThatIsUndoneGoesAgain() {
        var cart = cart(1);
        booked(3, bookable(cart), 1);
        at(9, 50);
        var lent = desk.scan(cart.tag());
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(desk.desk
                        .undo(desk.press(), Optional.empty(), desk.technician())
                        .act())
                .isEqualTo(Act.UNDONE);
        at(9, 52);
        assertThat(desk.scan(cart.tag()).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void aCartOutOnItsBookingIsFreeForTheNextAndOneOnALongLoanIsNot() { // B-37
        var cart = cart(2);
        var thing = bookable(cart);
        booked(3, thing, 2);
        at(9, 50);
        desk.scan(cart.tag());
        var why = Optional.of("The same day");
        assertThat(school.bookings.book(wish(6, thing, 2), why, librarian)).isInstanceOf(BookingAnswer.Booked.class);
        var other = cart(2);
        var lent = bookable(other);
        assertThat(desk.scan(desk.student("Ana"), other.tag()).act()).isEqualTo(Act.CHECKED_OUT);
        var answer = (BookingAnswer.Refused) school.bookings.book(wish(5, lent, 2), why, librarian);
        assertThat(answer.reasons())
                .extracting(reason -> reason.reason().kind())
                .containsExactly(BookingReason.Kind.TOO_FEW_DEVICES);
    }

    @Test
    void whenADeviceBreaksItIsToldWhichSessionsHaveTooFew() {
        var cart = cart(2);
        var booked = booked(3, bookable(cart), 2);
        assertThat(school.bookings.tooFew(desk.site, MONDAY, MONDAY)).isEmpty();
        var broken = inside(cart).getFirst();
        devices.inventory.setCondition(
                broken.id(),
                devices.device(broken.id()).version(),
                DeviceCondition.BROKEN,
                "Screen",
                OptionalInt.empty(),
                desk.technician());
        assertThat(school.bookings.tooFew(desk.site, MONDAY, MONDAY))
                .extracting(few -> few.session().id(), ShortCart::devices)
                .containsExactly(tuple(booked.id(), 1));
        assertThat(new Preparation(desk.database, desk.clock, school.bookings, school.timetables)
                        .of(desk.site, librarian)
                        .later())
                .hasSize(1);
    }

    private SessionBooks books() {
        var search = new CatalogSearch(
                new SearchLifecycle(
                        new Catalog(desk.database, desk.clock),
                        new IndexSettings(Path.of("none"), "none", IndexSettings.INTERVAL)),
                new Items(desk.database));
        return new SessionBooks(
                desk.database,
                desk.clock,
                school.bookings,
                search,
                new Catalog(desk.database, desk.clock),
                desk.desk,
                new ItemsAtDesk());
    }

    private ClassSession withBooks() {
        var bare = school.wish(MONDAY, 3, school.zone(1, 30));
        var wish = new SessionWish(
                bare.site(), MONDAY, 3, 3, OptionalLong.of(session), bare.about(), bare.parts(), bare.request());
        return school.booked(wish, librarian);
    }

    private PullAnswer.Act pull(ClassSession booked, String barcode) {
        return books().scan(booked.id(), barcode, desk.technician()).act();
    }

    @Test
    void aPulledCopyIsTheClassesUntilItIsBack() {
        var booked = withBooks();
        var copy = desk.copy("Volcano Rising");
        assertThat(pull(booked, copy)).isEqualTo(PullAnswer.Act.PULLED);
        assertThat(pull(booked, copy)).isEqualTo(PullAnswer.Act.ALREADY);
        assertThat(blocks(desk.scan(desk.student("Ana"), copy))).containsExactly(LoanBlock.PULLED_FOR_CLASS);
        var lent = desk.scan(teacher, copy);
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        at(10, 0);
        assertThat(remarks(desk.scan(copy))).contains(Remark.Kind.GOES_TO_CLASS);
        at(11, 0);
        assertThat(pull(booked, copy)).as("the session is over").isEqualTo(PullAnswer.Act.PUT_BACK);
        assertThat(desk.scan(desk.student("Ben"), copy).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void whoWaitedForItComesFirst() {
        var booked = withBooks();
        var copy = desk.copy("Earthquake");
        desk.hold(desk.student("Ana"), copy);
        assertThat(pull(booked, copy)).isEqualTo(PullAnswer.Act.WANTED);
    }

    @Test
    void twoClassesCannotHaveOneCopy() {
        var one = withBooks();
        var other = school.booked(school.wish(MONDAY, 5, school.zone(1, 30)), school.teacher());
        var copy = desk.copy("Lava");
        assertThat(pull(one, copy)).isEqualTo(PullAnswer.Act.PULLED);
        assertThat(pull(other, copy)).isEqualTo(PullAnswer.Act.OTHER_CLASS);
    }

    @Test
    void theBooksOfASessionThatIsOffAreEverybodys() {
        var booked = withBooks();
        var copy = desk.copy("Magma");
        pull(booked, copy);
        school.bookings.cancel(booked.id(), "Field trip", librarian);
        assertThat(desk.scan(desk.student("Ana"), copy).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void whatIsNotThereAfterwardsIsListedUntilItTurnsUp() {
        var booked = withBooks();
        var gone = desk.copy("Ash");
        var here = desk.copy("Smoke");
        pull(booked, gone);
        pull(booked, here);
        at(11, 0);
        pull(booked, here);
        assertThat(books().close(booked.id(), desk.technician())).hasValue(1);
        assertThat(books().of(booked.id()).orElseThrow().missing())
                .extracting(PulledCopy.Row::barcode)
                .containsExactly(gone);
        desk.scan(gone);
        assertThat(books().of(booked.id()).orElseThrow().missing()).isEmpty();
    }

    @Test
    void aListIsKeptAndCounted() {
        var booked = withBooks();
        var bib = desk.number("select bib_id from item where barcode = ?", desk.copy("Crater"));
        assertThat(books().set(booked.id(), Map.of(bib, 2), librarian)).isTrue();
        var wanted = books().of(booked.id()).orElseThrow().wanted().getFirst();
        assertThat(wanted.copies()).isEqualTo(2);
        assertThat(wanted.free()).isEqualTo(1);
        assertThat(books().set(booked.id(), Map.of(bib, 0), librarian)).isTrue();
        assertThat(books().of(booked.id()).orElseThrow().wanted()).isEmpty();
        assertThat(books().set(booked.id(), Map.of(bib, 1), school.teacher()))
                .as("somebody else's session")
                .isFalse();
    }

    @Test
    void verifyFindsHoldsWithoutSessionsAndPartsWithoutHolds() {
        var booked = withBooks();
        assertThat(problems(booked.id())).isEmpty();
        desk.write("update class_session set state = 'cancelled' where id = ?", booked.id());
        assertThat(holdProblems()).anyMatch(line -> line.contains("session that is off"));
        desk.write("update class_session set state = 'booked' where id = ?", booked.id());
        desk.write("update class_session set ends_at = ends_at + interval 1 minute where id = ?", booked.id());
        assertThat(problems(booked.id())).anyMatch(line -> line.contains("not the bells"));
        desk.write("delete from resource_hold where session_id = ?", booked.id());
        assertThat(problems(booked.id())).anyMatch(line -> line.contains("does not hold all"));
        desk.write("update class_session set state = 'cancelled' where id = ?", booked.id());
    }

    private List<String> all() {
        var found = new ArrayList<String>();
        new SchedulingCheck(desk.database, desk.calendar).run(found::add);
        new SessionsCheck(desk.database, desk.clock).run(found::add);
        return found;
    }

    private List<String> problems(long number) {
        return all().stream()
                .filter(line -> line.startsWith("Session " + number + " "))
                .toList();
    }

    private List<String> holdProblems() {
        return all().stream().filter(line -> line.startsWith("Hold ")).toList();
    }

    @Test
    void signsSayWhatIsOnAndWhoOnlyWhereTheSchoolWantsIt() {
        var booked = withBooks();
        var signs = new Signs(desk.database, desk.clock, school.bookings, school.resources, desk.calendar);
        at(9, 50);
        var shown = signs.of(desk.site, OptionalLong.empty()).orElseThrow();
        assertThat(shown.now()).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.topic()).isEqualTo("volcanoes");
            assertThat(entry.who()).isEmpty();
        });
        assertThat(signs.topicsNow(desk.site)).hasSize(1);
        assertThat(signs.setNames(desk.site, true, librarian)).isTrue();
        assertThat(signs.of(desk.site, OptionalLong.of(booked.parts().getFirst().resource()))
                        .orElseThrow()
                        .now()
                        .getFirst()
                        .who())
                .isEqualTo("Grade 5, Chen");
        desk.clock.set(booked.span().ends());
        assertThat(signs.topicsNow(desk.site)).as("gone after the hour").isEmpty();
    }

    @Test
    void whatIsPreparedIsToBePreparedAgainWhenItMoves() {
        var booked = withBooks();
        assertThat(school.bookings.prepared(booked.id(), desk.technician())).isInstanceOf(SessionChange.Done.class);
        assertThat(school.bookings.prepared(List.of(booked.id()))).containsExactly(booked.id());
        var now = school.bookings.find(booked.id()).orElseThrow();
        var moved = now.wish(UUID.randomUUID()).at(MONDAY, 4, 4);
        assertThat(school.bookings.change(now.id(), now.version(), moved, Optional.empty(), librarian))
                .isInstanceOf(BookingAnswer.Booked.class);
        assertThat(school.bookings.prepared(List.of(booked.id()))).isEmpty();
    }

    @Test
    void ofThreeDevicesOfWhichOneIsOutOnItsBookingTwoMoreAreBooked() { // B-37
        var cart = cart(3);
        var thing = bookable(cart, 2);
        var first = booked(3, thing, 1);
        at(9, 40);
        var out = inside(cart).getFirst();
        assertThat(desk.scan(teacher, out.tag()).act()).isEqualTo(Act.CHECKED_OUT);
        var why = Optional.of("The same day");
        var tooMany = (BookingAnswer.Refused) school.bookings.book(wish(3, thing, 3), why, librarian);
        assertThat(tooMany.reasons())
                .extracting(reason -> reason.reason().kind(), reason -> reason.reason()
                        .facts())
                .as("the one that is out is not there")
                .containsExactly(tuple(BookingReason.Kind.TOO_FEW_DEVICES, List.of("2")));
        assertThat(school.bookings.book(wish(3, thing, 2), why, librarian))
                .as("and is counted once")
                .isInstanceOf(BookingAnswer.Booked.class);
        assertThat(school.bookings.find(first.id()).orElseThrow().state()).isEqualTo(ClassSession.State.BOOKED);
    }
}
