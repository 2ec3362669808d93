package org.carrel.circulation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeEntry;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.FoundRule;
import org.carrel.circulation.LoanEnd;
import org.carrel.circulation.Money;
import org.carrel.circulation.Owed;

/** What is owed, and what a payment or a find does to it (rules F6 and X3). The balance is the sum of all entries, always. */
public final class Ledger {
    private static final Comparator<ChargeLine> OLDEST_FIRST =
            Comparator.comparing(ChargeLine::at).thenComparing(ChargeLine::id);

    private Ledger() {}

    /** An entry that is to be written. */
    public record Posting(long charge, EntryKind kind, Money amount) {}

    /** What to write, or why nothing is written. */
    public sealed interface Settlement {
        /** @param entries at least one */
        record Entries(List<Posting> entries) implements Settlement {}

        /** @param most what there would be to pay, to waive or to give back */
        record TooMuch(Money most) implements Settlement {}

        /** There is nothing to pay, to waive or to give back. */
        record Nothing() implements Settlement {}
    }

    /** What was promised when it was lost. @param overdue what is charged for lateness when it comes back */
    public record FoundTerms(FoundRule rule, int refundDays, boolean processingBack, Instant lostAt) {}

    /** What would have to be paid for it altogether. */
    private static Money due(ChargeLine line) {
        var lowered = sum(line, EntryKind::lowers);
        return line.amount()
                .plus(sum(line, kind -> kind == EntryKind.REINSTATEMENT))
                .beyond(lowered);
    }

    public static Money kept(ChargeLine line) {
        var paid = sum(line, kind -> kind == EntryKind.PAYMENT);
        return paid.beyond(sum(line, kind -> kind == EntryKind.REFUND));
    }

    public static Money outstanding(ChargeLine line) {
        return due(line).beyond(kept(line));
    }

    public static Money credit(ChargeLine line) {
        return kept(line).beyond(due(line));
    }

    private static Money sum(ChargeLine line, Predicate<EntryKind> kind) {
        return Money.sum(line.entries().stream()
                .filter(entry -> kind.test(entry.kind()))
                .map(ChargeEntry::amount)
                .toList());
    }

    public static Owed owed(Collection<ChargeLine> lines) {
        return new Owed(
                total(lines, ChargeClass.LIBRARY),
                total(lines, ChargeClass.DEVICE),
                Money.sum(lines.stream().map(Ledger::credit).toList()));
    }

    private static Money total(Collection<ChargeLine> lines, ChargeClass group) {
        return Money.sum(lines.stream()
                .filter(line -> line.group() == group)
                .map(Ledger::outstanding)
                .toList());
    }

    /**
     * What a payment or a waiver settles: the oldest first.
     *
     * @param kind {@code PAYMENT}, {@code WAIVER} or {@code WRITE_OFF}
     * @param amount empty: all there is
     * @param chosen numbers of charges; none: of all
     */
    public static Settlement settle(
            Collection<ChargeLine> lines, EntryKind kind, Optional<Money> amount, Set<Long> chosen) {
        return share(lines, kind, amount, chosen, Ledger::outstanding);
    }

    /** Gives back what was paid too much, the oldest first. @param amount empty: all there is */
    public static Settlement giveBack(Collection<ChargeLine> lines, Optional<Money> amount, Set<Long> chosen) {
        return share(lines, EntryKind.REFUND, amount, chosen, Ledger::credit);
    }

    /** Gives back what was rightly paid: so much is then owed no longer either. */
    public static Settlement refund(ChargeLine line, Money amount) {
        var most = kept(line);
        if (most.isZero()) return new Settlement.Nothing();
        if (amount.isMoreThan(most)) return new Settlement.TooMuch(most);
        var entries = new ArrayList<Posting>();
        var forgiven = amount.beyond(credit(line));
        if (!forgiven.isZero()) entries.add(new Posting(line.id(), EntryKind.CANCELLATION, forgiven));
        entries.add(new Posting(line.id(), EntryKind.REFUND, amount));
        return new Settlement.Entries(entries);
    }

    /** What the library has to give back pays what is owed, as far as it goes; nothing when one of the two is nothing. */
    public static List<Posting> useCredit(Collection<ChargeLine> lines) {
        var owed = owed(lines);
        var amount = owed.credit().atMost(owed.total());
        if (amount.isZero()) return List.of();
        var entries = new ArrayList<Posting>();
        for (var settlement : List.of(
                giveBack(lines, Optional.of(amount), Set.of()),
                settle(lines, EntryKind.PAYMENT, Optional.of(amount), Set.of()))) {
            if (settlement instanceof Settlement.Entries part) entries.addAll(part.entries());
        }
        return entries;
    }

    private static Settlement share(
            Collection<ChargeLine> lines,
            EntryKind kind,
            Optional<Money> amount,
            Set<Long> chosen,
            Function<ChargeLine, Money> open) {
        var meant = lines.stream()
                .filter(line -> chosen.isEmpty() || chosen.contains(line.id()))
                .sorted(OLDEST_FIRST)
                .toList();
        var most = Money.sum(meant.stream().map(open).toList());
        if (most.isZero()) return new Settlement.Nothing();
        if (amount.filter(wish -> wish.isMoreThan(most)).isPresent()) return new Settlement.TooMuch(most);
        var rest = amount.orElse(most);
        var entries = new ArrayList<Posting>();
        for (var line : meant) {
            var part = open.apply(line).atMost(rest);
            if (!part.isZero()) entries.add(new Posting(line.id(), kind, part));
            rest = rest.minus(part);
        }
        return new Settlement.Entries(entries);
    }

    /**
     * What is owed no longer because a lost thing is found. After the days of the rule what was paid is kept, but nobody pays
     * for what came back.
     *
     * @param lines charges of the loan
     */
    public static List<Posting> found(Collection<ChargeLine> lines, FoundTerms terms, Instant foundAt) {
        if (terms.rule() == FoundRule.KEEP) return List.of();
        var inTime = !foundAt.isAfter(terms.lostAt().plus(Duration.ofDays(terms.refundDays())));
        var all = terms.rule() == FoundRule.REFUND_ALL && inTime;
        return lines.stream()
                .filter(line -> line.type() == ChargeType.LOST
                        || line.type() == ChargeType.PROCESSING && terms.processingBack())
                .map(line -> new Posting(line.id(), EntryKind.CANCELLATION, all ? due(line) : outstanding(line)))
                .filter(posting -> !posting.amount().isZero())
                .toList();
    }

    /** Takes charges back as if they had never been made; what was paid for them is a credit. */
    public static List<Posting> cancel(Collection<ChargeLine> lines) {
        return lines.stream()
                .map(line -> new Posting(line.id(), EntryKind.CANCELLATION, due(line)))
                .filter(posting -> !posting.amount().isZero())
                .toList();
    }

    /** Takes the cancellations of a request back. */
    public static List<Posting> reinstate(Collection<ChargeLine> lines, String request) {
        return lines.stream()
                .map(line -> new Posting(
                        line.id(),
                        EntryKind.REINSTATEMENT,
                        Money.sum(line.entries().stream()
                                .filter(entry -> entry.kind() == EntryKind.CANCELLATION
                                        && entry.request().equals(request))
                                .map(ChargeEntry::amount)
                                .toList())))
                .filter(posting -> !posting.amount().isZero())
                .toList();
    }

    /** How a lost loan ends: empty while something is owed for the loss, or nothing was ever charged for it. */
    public static Optional<LoanEnd> lossEnd(Collection<ChargeLine> lines) {
        var loss = lines.stream().filter(line -> line.type().isForLoss()).toList();
        if (loss.isEmpty() || loss.stream().anyMatch(line -> !line.outstanding().isZero())) return Optional.empty();
        var paid = loss.stream().anyMatch(line -> !line.kept().isZero());
        return Optional.of(paid ? LoanEnd.PAID : LoanEnd.WRITTEN_OFF);
    }
}
