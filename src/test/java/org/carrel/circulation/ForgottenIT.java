package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Fees.Payment;
import org.carrel.circulation.store.HoldStore;
import org.carrel.fixtures.EverythingStored;
import org.carrel.fixtures.EverythingStored.Thing;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeWish;
import org.carrel.notices.NoticeWish.Part;
import org.carrel.notices.Notices;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.PatronContacts;
import org.carrel.patrons.PatronField;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.PersonKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who had what is nowhere any more once it may be forgotten: everything that is kept is searched (PR-1). */
class ForgottenIT {
    private static final Path HOME = Path.of(System.getProperty("carrel.test.home", "target"));

    private TestDesk given;
    private Notices notices;
    private String mark = "";
    private long maya;
    private String card = "";
    private final Set<Long> loans = new HashSet<>();
    private final Set<Long> holds = new HashSet<>();

    @BeforeEach
    void somebody() {
        given = TestDesk.open();
        // Later than it is: what the product itself does every minute by its own clock leaves these people's books
        // alone.
        given.clock.set(Instant.parse("2037-10-14T15:00:00Z"));
        notices = new Notices(given.clock, new PatronContacts(), given.calendar, Optional.empty());
        mark = TestDesk.unique("Zq").toLowerCase(Locale.ROOT);
        maya = given.person(Map.of(PatronField.GIVEN_NAME, "Maya" + mark, PatronField.EMAIL, mark + "@school.example"));
        card = given.card(maya);
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private Thing person() {
        var patron = Set.of(maya);
        return new Thing(
                Map.of("patron_id", patron, "open_patron", patron, "merged_into", patron),
                Map.of("patron", patron, "people", patron),
                Set.of(mark, card));
    }

    private Thing copy(String barcode, String title) {
        var item = Set.of(given.item(barcode));
        var bib = Set.of(given.number("select bib_id from item where barcode = ?", barcode));
        return new Thing(
                Map.of(
                        "item_id", item,
                        "open_item", item,
                        "set_aside", item,
                        "active_item", item,
                        "bib_id", bib,
                        "loan_id", loans,
                        "open_loan", loans,
                        "ref_id", loans,
                        "hold_id", holds),
                Map.of("item", item, "copies", item, "loan", loans, "hold", holds),
                Set.of(barcode, title));
    }

    private Map<String, List<String>> rows(Thing copy) {
        return given.database.read(connection -> EverythingStored.rowsAbout(connection, person(), copy));
    }

    /** As the server forgets, with the outbox listening. */
    private void forget() {
        var outbox = new LoanListener() {
            @Override
            public void over(Connection connection, Collection<Long> over) throws SQLException {
                notices.loansOver(connection, over);
            }

            @Override
            public void lostSoon(Connection connection, Loan loan) {}

            @Override
            public void lost(Connection connection, Loan loan) {}
        };
        new LoanMemory(given.database, given.clock, given.ledger, List.of(outbox)).forget();
        given.database.transaction(connection -> new HoldStore().forget(connection, given.clock.instant()));
    }

    private void note(DeskAnswer answer) {
        answer.loan().ifPresent(loan -> loans.add(loan.id()));
    }

    @Test
    void whoHadABookIsNowhereAfterItsTime() { // PR-1, I8
        given.rule("period=14 days", "renewals=2", "total_limit=3");
        var title = TestDesk.unique("Secret");
        var barcodes = given.copies(title, 2);
        var book = barcodes.getFirst();
        var ana = given.student("Ana");
        waitsForItAndGetsItFrom(ana, book);
        refusedLentRenewedAndReturned(book);
        var copy = copy(book, title);
        assertThat(rows(copy)).as("the search finds what is there").isNotEmpty();

        given.clock.pass(Duration.ofMinutes(3));
        forget();
        assertThat(rows(copy)).isEmpty();
        nothingElseKnows(title, book);
    }

    /** Somebody else has it; Maya waits, it is put aside for her, and everybody's scans say so. */
    private void waitsForItAndGetsItFrom(long ana, String book) {
        assertThat(given.scan(ana, book).act()).isEqualTo(Act.CHECKED_OUT);
        holds.add(given.hold(maya, book));
        given.clock.pass(Duration.ofMinutes(5));
        var back = given.press();
        var trapped = given.desk.checkIn(back, given.item(book), given.technician());
        assertThat(trapped.remarks()).extracting(Remark::kind).contains(Remark.Kind.HOLD_HERE);
        var again = given.desk.checkIn(back, given.item(book), given.technician());
        assertThat(again.remarks()).as("asked again, it still says for whom").isEqualTo(trapped.remarks());
        given.clock.pass(Duration.ofMinutes(1));
        assertThat(given.scan(book).remarks())
                .as("on no loan")
                .extracting(Remark::value)
                .anyMatch(said -> said.contains(mark));
        var refused = given.request(given.student("Bo"), book);
        var held = given.desk.scan(refused, given.technician());
        assertThat(held.blocks().getFirst().facts().getFirst()).contains(mark);
        assertThat(given.desk.scan(refused, given.technician()).blocks()).isEqualTo(held.blocks());
        given.clock.pass(Duration.ofMinutes(2));
    }

    private void refusedLentRenewedAndReturned(String book) {
        given.blocks.block(maya, "Agreement is missing", Optional.empty(), "test");
        assertThat(given.scan(card).act()).isEqualTo(Act.PATRON);
        assertThat(given.scan(maya, book).act()).isEqualTo(Act.REFUSED);
        note(given.scan(maya, book, new Lifted(Set.of(LoanBlock.PATRON_BLOCKED), "Her mother called about " + mark)));
        assertThat(loans).hasSize(1);
        letterAbout(loans.iterator().next());
        given.clock.pass(Duration.ofDays(2));
        note(given.desk.renew(given.press(), given.openLoan(book), given.technician()));
        given.clock.pass(Duration.ofDays(1));
        note(given.scan(book));
        given.clock.pass(Duration.ofSeconds(20));
        assertThat(given.scan(maya, book).act()).as("blocked again, after it").isEqualTo(Act.REFUSED);
    }

    /** One that waits in the outbox, as the nightly job puts it there. */
    private void letterAbout(long loan) {
        var day = LocalDate.of(2037, 10, 15);
        given.database.transaction(connection -> {
            notices.queue(
                    connection,
                    new NoticeWish(
                            NoticeKind.OVERDUE,
                            given.site,
                            maya,
                            "",
                            List.of(Part.loan(loan)),
                            day,
                            given.clock.instant()));
            return true;
        });
        assertThat(given.number("select count(*) from notice_part where what = 'loan' and ref_id = ?", loan))
                .isPositive();
    }

    private void nothingElseKnows(String title, String book) {
        assertThat(EverythingStored.inIndex(HOME, Set.of(mark + "@", card, "maya" + mark)))
                .as("search knows nobody")
                .isEmpty();
        assertThat(EverythingStored.inLogs(HOME, Set.of(mark, card, title, book)))
                .as("logs know neither")
                .isEmpty();
        var audit = new AuditTrail(given.database, given.clock, new PersonKeys(HOME.resolve("keys")));
        assertThat(audit.of(new Subject("patron", maya), 1_000))
                .as("decrypted, the trail knows what was done with her and not with what")
                .isNotEmpty()
                .extracting(AuditEvent::toString)
                .noneMatch(event -> event.contains(book) || event.contains(title))
                .noneMatch(event -> loans.stream().anyMatch(loan -> event.contains("loan\":" + loan)));
    }

    @Test
    void whoOwesIsKnownUntilItIsPaidAndNotLonger() { // PR-1
        given.rule("period=1 days", "fine_rate=0.10", "fine_interval=1 days", "fine_closed=yes");
        var title = TestDesk.unique("Overdue");
        var book = given.copy(title);
        note(given.scan(maya, book));
        given.clock.set(Instant.parse("2037-10-23T15:00:00Z"));
        note(given.scan(book));
        given.clock.pass(Duration.ofDays(3));
        forget();
        assertThat(rows(copy(book, title))).containsKey("charge").containsKey("loan");
        var audit = new AuditTrail(given.database, given.clock, new PersonKeys(HOME.resolve("keys")));
        var fees = new Fees(given.database, given.clock, new Borrowers(), new ItemsAtDesk(), given.ledger, audit);
        var paid = fees.pay(
                given.technician(), new Payment(UUID.randomUUID(), maya, given.owed(maya), PayMeans.CASH, Set.of()));
        assertThat(paid).isInstanceOf(FeeResult.Done.class);
        given.clock.pass(Duration.ofMinutes(2));
        forget();
        assertThat(rows(copy(book, title))).isEmpty();
        assertThat(given.number("select count(*) from charge where patron_id = ?", maya))
                .as("the sum stays")
                .isEqualTo(1);
    }
}
