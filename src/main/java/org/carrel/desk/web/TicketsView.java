package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.Fault;
import org.carrel.devices.LoanerSwap;
import org.carrel.devices.RepairPatterns;
import org.carrel.devices.RepairPatterns.Pattern;
import org.carrel.devices.RepairSearch;
import org.carrel.devices.RepairState;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.RepairTickets;
import org.carrel.patrons.Patron;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/tickets.xhtml: what is broken, what is late, and what repeats. */
@Named
@RequestScoped
public class TicketsView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    RepairTickets tickets;

    @Inject
    RepairPatterns patterns;

    @Inject
    LoanerSwap swaps;

    @Inject
    DeviceInventory inventory;

    @Inject
    Patrons patrons;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private RepairSearch wish = RepairSearch.OPEN;
    private List<RepairTicket> found = List.of();
    private List<RepairTickets.Sla> sla = List.of();
    private List<Site> sites = List.of();
    private int total;

    @PostConstruct
    void load() {
        var by = caller.required();
        wish = wish(FormTexts.of(request));
        total = tickets.count(wish, by);
        found = tickets.find(wish, Pages.asked(request), PAGE_SIZE, by);
        sla = tickets.sla(found);
        sites = inventory.sites(by);
    }

    static RepairSearch wish(FormTexts texts) {
        var words = texts.get("q").strip();
        var site = texts.get("site").strip();
        return new RepairSearch(
                words.length() > 100 ? words.substring(0, 100) : words,
                site.equals(PeopleAddress.ALL) ? "" : site,
                InventoryAddress.one(RepairState.class, texts.get("state")),
                InventoryAddress.one(Fault.class, texts.get("fault")),
                texts.get("closed").equals("yes"));
    }

    static String address(String path, RepairSearch wish) {
        var address = new StringBuilder(path).append("?closed=").append(wish.closed() ? "yes" : "no");
        InventoryAddress.add(address, "q", wish.words());
        InventoryAddress.add(address, "site", wish.site());
        wish.state().ifPresent(state -> InventoryAddress.add(address, "state", state.name()));
        wish.fault().ifPresent(fault -> InventoryAddress.add(address, "fault", fault.name()));
        return address.toString();
    }

    /**
     * A row of the list.
     *
     * @param due until when it is to be closed; empty once it is
     * @param late a word when that has passed
     * @param stands a word while its clock stands
     */
    public record Row(
            long id,
            String thing,
            String model,
            String place,
            String fault,
            String state,
            boolean open,
            String opened,
            String due,
            String late,
            String stands,
            String loaner,
            String reference) {}

    public List<Row> getRows() {
        var said = new RepairWords(words);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < found.size(); i++) {
            var ticket = found.get(i);
            var until = sla.get(i);
            rows.add(new Row(
                    ticket.id(),
                    said.thing(ticket),
                    ticket.modelName(),
                    Stream.of(ticket.room(), ticket.siteName())
                            .filter(part -> !part.isEmpty())
                            .reduce((one, other) -> one + " · " + other)
                            .orElse(""),
                    said.fault(ticket.fault()),
                    words.text("repairState." + ticket.state()),
                    ticket.isOpen(),
                    words.day(ticket.opened()),
                    ticket.isOpen() ? until.due().map(words::time).orElse("") : "",
                    ticket.isOpen() && until.late() ? words.text("tickets.late") : "",
                    ticket.isWaiting() ? words.text("tickets.stands") : "",
                    ticket.loaner().isPresent() ? words.text("tickets.loanerOut") : "",
                    ticket.reference()));
        }
        return rows;
    }

    public String getWords() {
        return wish.words();
    }

    public boolean isClosedToo() {
        return wish.closed();
    }

    /** Empty for who works at one school only. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent() || sites.size() < 2) return List.of();
        var each = sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(wish.site())));
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each).toList();
    }

    public List<Choice> getStates() {
        return new DeviceWords(words).all(RepairState.class, wish.state(), "repairState");
    }

    public List<Choice> getFaults() {
        return new DeviceWords(words).all(Fault.class, wish.fault(), "fault");
    }

    public String getFound() {
        return words.text("tickets.found", total);
    }

    /** How many are open in each state. */
    public List<String> getCounts() {
        return tickets.counts(caller.required()).stream()
                .map(count -> words.text("repairState." + count.state()) + ": " + words.number(count.count()))
                .toList();
    }

    /** How many loaners are left, one line a site. */
    public List<String> getLoaners() {
        var lines = new ArrayList<String>();
        for (var site : sites) {
            var left = swaps.left(site.code());
            if (left.all() > 0) lines.add(site.name() + ": " + words.text("swap.left", left.left(), left.all()));
        }
        return lines;
    }

    /** A line about what repeats. @param path to more of it */
    public record Repeated(String text, String path) {}

    public List<Repeated> getPatterns() {
        return patterns.find(caller.required()).stream().map(this::repeated).toList();
    }

    private Repeated repeated(Pattern pattern) {
        return switch (pattern) {
            case Pattern.SameFault same ->
                new Repeated(
                        words.text(
                                "pattern.SAME_FAULT",
                                same.count(),
                                same.modelName(),
                                new RepairWords(words).fault(same.fault()),
                                same.days()),
                        "/desk/tickets?closed=yes&fault=" + same.fault() + "&q=" + coded(same.modelName()));
            case Pattern.SamePerson same ->
                new Repeated(
                        words.text(
                                "pattern.SAME_PERSON",
                                same.count(),
                                new RepairWords(words).fault(same.fault()),
                                name(same.patron().orElse(0))),
                        "/desk/person/" + same.patron().orElse(0));
            case Pattern.PastSupport past ->
                new Repeated(words.text("pattern.PAST_SUPPORT", past.count()), "/desk/inventory?support=ENDED");
        };
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Each look is kept (PR-5). */
    private String name(long patron) {
        var person = patrons.find(patron);
        person.ifPresent(looks::at);
        return person.map(Patron::spokenName).orElse("");
    }

    public String getCsv() {
        return address("/desk/tickets.csv", wish);
    }

    public boolean isMayDecide() {
        return caller.may(Operation.DESK_SETTINGS);
    }

    public Pages getPages() {
        return new Pages(
                address("/desk/tickets", wish), Pages.asked(request), Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE));
    }

    public String getPosition() {
        return words.text("pager.position", getPages().page(), getPages().pages());
    }
}
