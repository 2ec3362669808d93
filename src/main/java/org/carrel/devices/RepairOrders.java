package org.carrel.devices;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.carrel.circulation.Money;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.store.RepairEventStore;
import org.carrel.devices.store.RepairEventStore.Entry;
import org.carrel.devices.store.RepairPolicyStore;
import org.carrel.devices.store.RepairStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** What is handed over to the district's own IT: on paper, by mail and as a file. Nobody's name is in it. */
@Door
public class RepairOrders {
    /** Of one order. */
    public static final int MOST = 500;

    private final Database database;
    private final Clock clock;
    private final SwapNotice letters;
    private final RepairStore store = new RepairStore();
    private final RepairEventStore events = new RepairEventStore();
    private final RepairPolicyStore policies = new RepairPolicyStore();

    @Inject
    public RepairOrders(Database database, Clock clock, SwapNotice letters) {
        this.database = database;
        this.clock = clock;
        this.letters = letters;
    }

    /** Those within reach, in the order of their numbers. */
    public List<RepairTicket> find(Collection<Long> ids, Caller by) {
        return database.read(connection -> {
            var found = new ArrayList<RepairTicket>();
            for (var id : new TreeSet<>(ids))
                store.find(connection, id)
                        .filter(one -> by.isOf(one.siteCode()))
                        .ifPresent(found::add);
            return List.copyOf(found);
        });
    }

    /** Sends open tickets of one site to the address that it has for this, in one letter. The same request again sends nothing more. */
    public RepairChanged mail(Collection<Long> ids, UUID request, Caller by) {
        var tickets = find(ids, by).stream().filter(RepairTicket::isOpen).toList();
        if (tickets.isEmpty()) return new Refused(Why.CLOSED);
        var site = tickets.getFirst().siteCode();
        if (tickets.stream().anyMatch(one -> !one.siteCode().equals(site))) return new Refused(Why.NO_SUCH_SITE);
        return database.transaction(connection -> {
            var address = policies.ofSite(connection, site)
                    .map(RepairPolicy::districtMail)
                    .orElse("");
            if (address.isEmpty()) return new Refused(Why.NO_ADDRESS);
            for (var ticket : tickets) store.lock(connection, ticket.id());
            var numbers = tickets.stream().map(RepairTicket::id).toList();
            var first = numbers.getFirst();
            if (events.isKept(connection, first, RepairEvent.Kind.SENT, request.toString()))
                return new Done(first, true);
            if (!letters.order(connection, site, request.toString(), numbers)) return new Refused(Why.NO_MAIL);
            for (var id : numbers)
                events.add(
                        connection,
                        Entry.of(id, clock.instant(), OptionalLong.of(by.account()), RepairEvent.Kind.SENT)
                                .about(request.toString(), ""));
            return new Done(first, false);
        });
    }

    /** A table with a heading, for programs of others: codes and values, no names of people. */
    public List<List<String>> table(List<RepairTicket> tickets) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "ticket",
                "site",
                "room",
                "tag",
                "model",
                "thing",
                "fault",
                "description",
                "state",
                "priority",
                "reference",
                "opened",
                "closed",
                "warranty_ends",
                "labor_minutes",
                "parts",
                "bill"));
        for (var one : tickets) {
            rows.add(List.of(
                    String.valueOf(one.id()),
                    one.siteName(),
                    one.room(),
                    one.deviceName(),
                    one.modelName(),
                    one.thing().map(Enum::name).orElse(""),
                    one.fault().name(),
                    one.description(),
                    one.state().name(),
                    one.priority().name(),
                    one.reference(),
                    one.opened().toString(),
                    one.closed().map(Object::toString).orElse(""),
                    one.warrantyEnds().map(Object::toString).orElse(""),
                    String.valueOf(one.laborMinutes()),
                    money(one.partsCents()),
                    money(one.billCents())));
        }
        return rows;
    }

    private static String money(int cents) {
        return Money.ofCents(cents).toString();
    }
}
