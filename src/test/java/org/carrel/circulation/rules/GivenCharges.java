package org.carrel.circulation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeEntry;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.Money;
import org.carrel.circulation.rules.Ledger.Posting;

/** Charges of a patron, and what postings make of them. */
final class GivenCharges {
    static final Instant START = Instant.parse("2026-10-01T15:00:00Z");

    private GivenCharges() {}

    static ChargeLine charge(long id, ChargeType type, String amount) {
        return charge(id, type, ChargeClass.LIBRARY, Money.of(amount));
    }

    /** The higher the number, the later it was charged. */
    static ChargeLine charge(long id, ChargeType type, ChargeClass group, Money amount) {
        return new ChargeLine(
                id,
                Optional.of(7L),
                type,
                group,
                amount,
                List.of(),
                "",
                START.plus(Duration.ofMinutes(id)),
                Optional.empty(),
                "made-" + id,
                List.of());
    }

    static ChargeLine with(ChargeLine line, EntryKind kind, String amount) {
        return with(line, new Posting(line.id(), kind, Money.of(amount)), "request");
    }

    static ChargeLine with(ChargeLine line, Posting posting, String request) {
        var entries = new ArrayList<>(line.entries());
        entries.add(new ChargeEntry(
                posting.kind(), posting.amount(), 1, request, Optional.empty(), "", START, Optional.empty()));
        return new ChargeLine(
                line.id(),
                line.loan(),
                line.type(),
                line.group(),
                line.amount(),
                line.why(),
                line.reason(),
                line.at(),
                line.account(),
                line.request(),
                entries);
    }

    static List<ChargeLine> after(Collection<ChargeLine> lines, Collection<Posting> postings, String request) {
        return lines.stream()
                .map(line -> {
                    var now = line;
                    for (var posting : postings) if (posting.charge() == line.id()) now = with(now, posting, request);
                    return now;
                })
                .toList();
    }
}
