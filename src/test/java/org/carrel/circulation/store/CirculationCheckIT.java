package org.carrel.circulation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.circulation.TestLedger;
import org.carrel.fixtures.Privacy;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise of circulation is broken once, by somebody at the database itself: verify says so. All of it is rolled back. */
class CirculationCheckIT {
    private static final String NOW = "'2026-11-02 15:00:00'";
    private static TestLedger given;
    private static Privacy people;
    private static long patron;
    private static long other;
    private static long item;
    private static long loan;

    @BeforeAll
    static void oneLoan() {
        given = TestLedger.connect();
        people = Privacy.connect(Clock.systemUTC());
        patron = given.student(Privacy.unique("Check"));
        other = given.student(Privacy.unique("Check"));
        item = given.copy();
        loan = given.lend(item, patron, LocalDate.of(2036, 10, 14));
        people.write(connection -> Sql.update(
                connection, "insert into loan_event (loan_id, at, kind) values (?, " + NOW + ", 'lent')", loan));
    }

    @AfterAll
    static void close() {
        if (given == null) return;
        people.write(connection -> {
            Sql.update(connection, "delete from loan_event where loan_id = ?", loan);
            Sql.update(connection, "delete from loan where id = ?", loan);
            Sql.update(connection, "delete from item where id = ?", item);
        });
        people.close();
        given.close();
    }

    /** In statements, {@code LOAN}, {@code ITEM}, {@code BIB}, {@code PATRON} and {@code OTHER} are numbers. */
    static Stream<Arguments> broken() {
        var over = "update loan set ended = 'returned', returned_at = " + NOW + ", checked_in_at = " + NOW;
        var told = "insert into loan_event (loan_id, at, kind) values (LOAN, " + NOW + ", 'returned')";
        var hold = "insert into hold (patron_id, bib_id, site_id, placed_at, place) select OTHER, BIB, id, " + NOW
                + ", 900 from site where code = 'LMC'";
        var queue = "insert ignore into hold_queue values (BIB)";
        var placed = "insert into hold_event (hold_id, at, kind) select max(id), " + NOW + ", 'placed' from hold";
        var aside = "insert into held_copy (hold_id, item_id, site_id, state, trapped_at, ready_at) "
                + "select max(id), ITEM, site_id, '%s', " + NOW + ", " + NOW + " from hold";
        var charge = "insert into charge (patron_id, loan_id, type, class, amount, why, at, request_id) "
                + "values (PATRON, LOAN, 'manual', 'library', 2.00, '[]', " + NOW + ", uuid())";
        var act =
                "insert into fee_act (request_id, patron_id, kind, means, total, at) values (uuid(), %s, 'payment', 'cash', "
                        + "%s, " + NOW + ")";
        // A trigger looks at the charge: its number is looked up before.
        var which = "set @charge = (select max(id) from charge)";
        var entry = "insert into charge_entry (act_id, charge_id, kind, amount) "
                + "select max(id), @charge, 'payment', %s from fee_act";
        return Stream.of(
                Arguments.of("Loan LOAN is open, but its borrower", List.of("update loan set patron_id = null WHERE")),
                Arguments.of("Loan LOAN is of a copy", List.of("update loan set item_id = 99999999 WHERE")),
                Arguments.of("Loan LOAN is neither", List.of("update loan set returned_at = " + NOW + " WHERE")),
                Arguments.of("Loan LOAN is neither", List.of("update loan set due_on = null WHERE")),
                Arguments.of("Loan LOAN says", List.of("update item set item_condition = 'lost' where id = ITEM")),
                Arguments.of(
                        "Loan LOAN is lost, but",
                        List.of("update loan set state = 'lost', state_since = " + NOW + " WHERE")),
                Arguments.of(
                        "Loan LOAN is claimed",
                        List.of("update loan set state = 'claimed_returned', state_since = " + NOW + " WHERE")),
                Arguments.of(
                        "is open, but the loan that it is about",
                        List.of(
                                "insert into loan_claim (loan_id, patron_id, kind, claimed_at, request_id) "
                                        + "values (LOAN, PATRON, 'returned', " + NOW + ", uuid())",
                                over + " WHERE",
                                told)),
                Arguments.of("Loan LOAN does not have the history", List.of("update loan set renewals = 1 WHERE")),
                Arguments.of("Loan LOAN does not have the history", List.of(over + " WHERE")),
                Arguments.of(
                        "Loan LOAN does not have the history", List.of("delete from loan_event where loan_id = LOAN")),
                Arguments.of(
                        "was answered with a loan",
                        List.of(
                                "insert into desk_request values (uuid(), 1, utc_timestamp(3), '{\"item\":1}', LOAN, PATRON)")),
                Arguments.of(
                        "Loan LOAN was made by more than one request",
                        List.of(
                                "insert into desk_request values (uuid(), 1, utc_timestamp(3), "
                                        + "'{\"act\":\"CHECKED_OUT\",\"item\":ITEM}', LOAN, PATRON)",
                                "insert into desk_request values (uuid(), 1, utc_timestamp(3), "
                                        + "'{\"act\":\"CHECKED_OUT\",\"item\":ITEM}', LOAN, PATRON)")),
                Arguments.of(
                        "from 2001-02-03 are kept",
                        List.of("insert into desk_request values (uuid(), 1, '2001-02-03', null, null, null)")),
                Arguments.of("Loan LOAN is over and settled", List.of(over + ", forget_at = null WHERE", told)),
                Arguments.of(
                        "Loan LOAN should be forgotten",
                        List.of(over + ", forget_at = '2026-11-02 15:01:00' WHERE", told)),
                Arguments.of("Charge", List.of(charge, over + ", patron_id = null WHERE", told)),
                Arguments.of(
                        "Event",
                        List.of(
                                "update loan_event set reason = 'Was ill' where loan_id = LOAN",
                                over + ", patron_id = null WHERE",
                                told)),
                Arguments.of(
                        "Request",
                        List.of(
                                "insert into desk_request values (uuid(), 1, utc_timestamp(3), '{\"item\":ITEM}', LOAN, null)",
                                over + ", patron_id = null WHERE",
                                told)),
                Arguments.of(
                        "waits in a queue that cannot be locked",
                        List.of(hold, placed, "delete from hold_queue where bib_id = BIB")),
                Arguments.of(
                        "has the same place in its queue",
                        List.of(queue, hold, placed, hold.replace("OTHER", "PATRON"), placed)),
                Arguments.of("has got all its copies", List.of(queue, hold, placed, aside.formatted("filled"))),
                Arguments.of(
                        "does not have the history that goes with it: one beginning, and its end",
                        List.of(queue, hold)),
                Arguments.of("is lent, and is set aside", List.of(queue, hold, placed, aside.formatted("ready"))),
                Arguments.of(
                        "is set aside at a school to which it is not on its way",
                        List.of(
                                queue,
                                hold,
                                placed,
                                aside.formatted("in_transit"),
                                "delete from loan where id = LOAN")),
                Arguments.of(
                        "Copy ITEM is set aside for a hold on another title",
                        List.of(
                                queue,
                                hold,
                                placed,
                                aside.formatted("ready"),
                                "update hold set bib_id = 99999999 where bib_id = BIB and place = 900",
                                "insert into hold_queue values (99999999)",
                                "delete from loan where id = LOAN")),
                Arguments.of(
                        "is lent, and is on its way",
                        List.of("insert into item_transfer (item_id, from_site_id, to_site_id, why, made_at) "
                                + "select ITEM, min(id), max(id), 'home', " + NOW + " from site")),
                Arguments.of(
                        "is over, but whose it was",
                        List.of(
                                queue,
                                hold,
                                placed,
                                "insert into hold_event (hold_id, at, kind) select max(id), " + NOW
                                        + ", 'cancelled' from hold",
                                "update hold set state = 'cancelled', ended_at = " + NOW
                                        + ", ended_why = 'by_staff' where " + "place = 900")),
                Arguments.of(
                        "does not add up",
                        // More than that the trigger does not let through.
                        List.of(charge, which, act.formatted("PATRON", "1.50"), entry.formatted("-1.50"))),
                Arguments.of(
                        "does not have the sum",
                        List.of(charge, which, act.formatted("PATRON", "1.50"), entry.formatted("1.25"))),
                Arguments.of(
                        "is of one person and pays for another",
                        List.of(charge, which, act.formatted("OTHER", "1.50"), entry.formatted("1.50"))),
                Arguments.of("is due on another day", List.of("update loan set due_on = '2036-10-13' WHERE")));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("broken")
    void whatSomebodyBrokeInTheDatabaseIsSaid(String sentence, List<String> statements) { // Z1, I1, I2, I5, I6
        assertThat(found(statements)).anyMatch(said -> said.contains(numbered(sentence)));
    }

    @Test
    void aLoanAsTheDeskMakesItBreaksNoPromise() {
        assertThat(found(List.of()))
                .noneMatch(said -> said.startsWith("Loan " + loan + " "))
                .noneMatch(said -> said.contains("lost its"));
    }

    @Test
    void whatTheSchemaKeepsIsFoundWhenTheSchemaIsLost() throws SQLException { // Z1, L4
        people.write(connection -> Sql.update(connection, "alter table loan drop index loan_open_item"));
        try {
            var twice = "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) "
                    + "select item_id, OTHER, site_id, zone, patron_category, lent_at, terms_id from loan WHERE";
            assertThat(found(List.of(twice)))
                    .anyMatch(said -> said.startsWith("Copy " + item + " is on loan more than once."))
                    .anyMatch(said -> said.startsWith("The database has lost its constraint loan_open_item."));
        } finally {
            people.write(
                    connection -> Sql.update(connection, "alter table loan add unique key loan_open_item (open_item)"));
        }
    }

    /** What is said after these statements, which leave no trace. */
    private static List<String> found(List<String> statements) {
        return people.database.read(connection -> {
            check(connection, false);
            try {
                for (var statement : statements) Sql.update(connection, numbered(statement));
                return new ArrayList<>(
                        new CirculationCheckStore().findBroken(connection, Instant.parse("2026-11-02T16:00:00Z")));
            } finally {
                connection.rollback();
                check(connection, true);
            }
        });
    }

    private static void check(Connection connection, boolean on) throws SQLException {
        Sql.update(connection, "set session foreign_key_checks = " + on + ", check_constraint_checks = " + on);
    }

    private static String numbered(String text) {
        return text.replace("WHERE", "where id = LOAN")
                .replace("LOAN", String.valueOf(loan))
                .replace("ITEM", String.valueOf(item))
                .replace("BIB", "(select bib_id from item where id = " + item + ")")
                .replace("PATRON", String.valueOf(patron))
                .replace("OTHER", String.valueOf(other));
    }
}
