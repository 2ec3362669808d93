package org.carrel.circulation.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.FoundRule;
import org.carrel.circulation.Money;
import org.carrel.circulation.rules.Ledger.FoundTerms;
import org.carrel.circulation.rules.Ledger.Posting;
import org.carrel.circulation.rules.Ledger.Settlement;

/** Whatever is done to an account in whatever order: no sum is ever below nothing, and no cent is lost or made (rule F6). */
class AnyLedgerTest {
    /** Something somebody does. @param chosen of the charge with this place in the list; -1 for none in particular */
    record Step(int kind, long cents, int chosen) {}

    @Provide
    Arbitrary<List<ChargeLine>> charges() {
        var types = Arbitraries.of(ChargeType.class).list().ofMinSize(1).ofMaxSize(6);
        var cents = Arbitraries.longs().between(1, 3_000).list().ofSize(6);
        var classes = Arbitraries.of(ChargeClass.class).list().ofSize(6);
        return Combinators.combine(types, cents, classes).as((type, cent, group) -> {
            var lines = new ArrayList<ChargeLine>();
            for (var i = 0; i < type.size(); i++) {
                lines.add(GivenCharges.charge(i + 1, type.get(i), group.get(i), Money.ofCents(cent.get(i))));
            }
            return lines;
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.longs().between(1, 4_000),
                        Arbitraries.integers().between(-1, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    private static List<Posting> postings(List<ChargeLine> lines, Step step, String request) {
        var amount = Optional.of(Money.ofCents(step.cents()));
        var chosen = step.chosen() < 0 ? Set.<Long>of() : Set.of(step.chosen() + 1L);
        var terms = new FoundTerms(
                step.cents() % 2 == 0 ? FoundRule.REFUND_ALL : FoundRule.REFUND_UNPAID, 30, true, GivenCharges.START);
        var found = GivenCharges.START.plus(Duration.ofDays(step.cents() % 60));
        return switch (step.kind()) {
            case 0, 1, 2 -> entries(Ledger.settle(lines, EntryKind.PAYMENT, amount, chosen));
            case 3 -> entries(Ledger.settle(lines, EntryKind.WAIVER, amount, chosen));
            case 4 -> entries(Ledger.giveBack(lines, amount, chosen));
            case 5 ->
                lines.stream()
                        .filter(line -> chosen.contains(line.id()))
                        .flatMap(line -> entries(Ledger.refund(line, amount.get())).stream())
                        .toList();
            case 6 -> Ledger.found(lines, terms, found);
            case 7 -> Ledger.useCredit(lines);
            default -> Ledger.reinstate(lines, request);
        };
    }

    private static List<Posting> entries(Settlement settlement) {
        return settlement instanceof Settlement.Entries some ? some.entries() : List.of();
    }

    /** The plain sum of everything, as a bank would add it up. */
    private static BigDecimal balance(List<ChargeLine> lines) {
        return lines.stream()
                .map(line -> line.entries().stream()
                        .map(entry -> entry.kind() == EntryKind.REFUND || entry.kind() == EntryKind.REINSTATEMENT
                                ? entry.amount().value()
                                : entry.amount().value().negate())
                        .reduce(line.amount().value(), BigDecimal::add))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    boolean noCentIsLostAndNoSumIsBelowNothing(
            @ForAll("charges") List<ChargeLine> charges, @ForAll("steps") List<Step> steps) {
        var lines = charges;
        var number = 0;
        for (var step : steps) {
            // What is undone is one of the requests before it, which was not undone yet.
            var undone = "request-" + step.cents() % Math.max(1, number);
            var postings =
                    step.kind() == 8 && isUndone(lines, undone) ? List.<Posting>of() : postings(lines, step, undone);
            lines = GivenCharges.after(lines, postings, step.kind() == 8 ? "undo-" + undone : "request-" + number);
            number++;
            var owed = Ledger.owed(lines);
            if (owed.total().value().subtract(owed.credit().value()).compareTo(balance(lines)) != 0) return false;
            if (lines.stream()
                    .anyMatch(line ->
                            !line.outstanding().isZero() && !line.credit().isZero())) return false;
            if (lines.stream().anyMatch(line -> line.outstanding().isMoreThan(line.amount()))) return false;
        }
        return true;
    }

    private static boolean isUndone(List<ChargeLine> lines, String request) {
        return lines.stream().flatMap(line -> line.entries().stream()).anyMatch(entry -> entry.request()
                .equals("undo-" + request));
    }

    @Property
    boolean aPaymentIsSharedOutToTheLastCent(
            @ForAll("charges") List<ChargeLine> charges, @ForAll("steps") List<Step> steps) {
        for (var step : steps) {
            var wish = Money.ofCents(step.cents());
            var owed = Ledger.owed(charges).total();
            var shared = entries(Ledger.settle(charges, EntryKind.PAYMENT, Optional.of(wish), Set.of()));
            var sum = Money.sum(shared.stream().map(Posting::amount).toList());
            if (!sum.equals(wish.isMoreThan(owed) ? Money.ZERO : wish)) return false;
            if (shared.stream().map(Posting::charge).collect(Collectors.toSet()).size() != shared.size()) return false;
        }
        return true;
    }
}
