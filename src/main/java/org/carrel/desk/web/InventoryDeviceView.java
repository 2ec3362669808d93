package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.circulation.LoansOfCopy;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Assignment;
import org.carrel.devices.Assignments;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceEvent;
import org.carrel.devices.DeviceFile;
import org.carrel.devices.DeviceHistory;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.DeviceValues;
import org.carrel.devices.MacAddress;
import org.carrel.devices.MdmFacts;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/inventory-device.xhtml: everything about one device. Who had it is told on request, and each look is audited. */
@Named
@RequestScoped
public class InventoryDeviceView {
    private static final int LOANS_SHOWN = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceInventory inventory;

    @Inject
    DeviceModels models;

    @Inject
    LoansOfCopy loans;

    @Inject
    Assignments assignments;

    @Inject
    Patrons patrons;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    @Inject
    DeviceHistory history;

    @Inject
    DeviceValues values;

    private Optional<DeviceFile> file = Optional.empty();
    private DeviceHistory.Sum sum = new DeviceHistory.Sum(List.of(), 0, OptionalInt.empty());
    private List<LoansOfCopy.Past> lent = List.of();
    private List<Assignment> assigned = List.of();
    private final Map<Long, String> people = new HashMap<>();

    @PostConstruct
    void load() {
        file = inventory.open(Numbered.importNumber(request).orElse(0));
        lent = file.map(known -> loans.of(known.device().item(), LOANS_SHOWN)).orElse(List.of());
        sum = file.map(known -> history.of(known.device().id())).orElse(sum);
        assigned = file.map(known -> assignments.ofDevice(known.device().id())).orElse(List.of());
        if (!isWhoShown()) return;
        lent.forEach(loan -> loan.patron().ifPresent(this::look));
        assigned.forEach(one -> one.patron().ifPresent(this::look));
    }

    /** Each person once, and each look is kept (PR-5). Who is not within reach is not named. */
    private void look(long patron) {
        if (people.containsKey(patron)) return;
        patrons.find(patron).filter(this::isReached).ifPresent(person -> {
            looks.at(person);
            people.put(patron, person.spokenName());
        });
    }

    private boolean isReached(Patron person) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.required().isOf(site);
    }

    public void check() throws IOException {
        if (file.isEmpty()) Pages.notFound();
    }

    private DeviceFile file() {
        return file.orElseThrow();
    }

    public long getId() {
        return file().device().id();
    }

    public int getVersion() {
        return file().device().version();
    }

    public String getName() {
        return file().device().name();
    }

    public String getModel() {
        return file().device().fullModelName();
    }

    public String getCondition() {
        return new DeviceWords(words).condition(file().device().condition());
    }

    public boolean isReady() {
        return file().device().condition() == DeviceCondition.READY;
    }

    public String getConditionReason() {
        return file().device().conditionReason();
    }

    public String getCustody() {
        return new DeviceWords(words).custody(file().device().custody());
    }

    public String getSupport() {
        return new DeviceWords(words).support(file().device(), LocalDate.now(clock));
    }

    public String getDone() {
        return switch (FormTexts.of(request).get("done")) {
            case "saved" -> words.text("inventory.done.saved");
            case "condition" -> words.text("inventory.done.condition");
            case "relabel" -> words.text("inventory.done.relabel", getName());
            case "note" -> words.text("inventory.done.note");
            default -> "";
        };
    }

    public String getProblem() {
        return request.getAttribute(InventoryServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** Whether somebody has been told what speaks against retiring it, and may do so all the same (V3). */
    public boolean isMayAnyway() {
        return !getProblem().isEmpty() && FormTexts.of(request).get("condition").equals(DeviceCondition.RETIRED.name());
    }

    public String getNoteProblem() {
        return request.getAttribute(InventoryServlet.NOTE_PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** What was typed before, when something was wrong with it. */
    public String getTypedNote() {
        return getNoteProblem().isEmpty() ? "" : FormTexts.of(request).get("note");
    }

    /** A number for the form: sent twice, it writes once. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getTypedNoteCost() {
        return getNoteProblem().isEmpty() ? "" : FormTexts.of(request).get("cost");
    }

    /** What it has cost: price, and everything that was done since; then what it is worth today. */
    public List<Fact> getCosts() {
        var device = file().device();
        var said = new DeviceWords(words);
        var worth = values.now(device);
        return Stream.of(
                        new Fact("price", words.text("deviceField.PRICE"), said.money(device.price())),
                        new Fact("spent", words.text("inventory.spent"), said.money(sum.spent())),
                        new Fact("total", words.text("inventory.total"), said.money(sum.total(device.price()))),
                        new Fact("worth", words.text("inventory.worth"), said.money(worth)),
                        new Fact(
                                "meter",
                                words.text("upkeep.meter"),
                                sum.meter().isPresent()
                                        ? words.number(sum.meter().getAsInt())
                                        : ""))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    /** What was typed before, when something was wrong with it. */
    public String getTypedReason() {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get("reason");
    }

    public String getTypedCost() {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get("cost");
    }

    public List<Choice> getConditions() {
        var now = file().device().condition();
        var typed = FormTexts.of(request).get("condition");
        // Nothing is chosen beforehand: whoever presses the button has said which.
        var none = new Choice(PeopleAddress.ALL, words.text("inventory.chooseCondition"), false);
        var each = Arrays.stream(DeviceCondition.values())
                .filter(one -> one != now)
                .map(one -> new Choice(
                        one.name(),
                        words.text("deviceCondition." + one),
                        one.name().equals(typed)));
        return Stream.concat(Stream.of(none), each).toList();
    }

    /** A line of facts. */
    public record Fact(String id, String label, String value) {}

    public List<Fact> getFacts() {
        var device = file().device();
        var said = new DeviceWords(words);
        return Stream.of(
                        fact("TAG", device.tag()),
                        fact("SERIAL", device.serial()),
                        fact("MODEL", device.fullModelName()),
                        new Fact(
                                "CATEGORY",
                                words.text("deviceModel.category"),
                                words.text("deviceCategory." + device.category())),
                        fact("SITE", device.siteName()),
                        fact("ROOM", device.room()),
                        fact("ACQUIRED", said.day(device.acquired())),
                        fact("PRICE", said.money(device.price())),
                        fact("VENDOR", device.vendor()),
                        fact("FUND", device.fund()),
                        fact("ORDER_NUMBER", device.orderNumber()),
                        fact("WARRANTY_ENDS", said.day(device.warrantyEnds())),
                        fact("SUPPORT_ENDS", said.day(device.supportEnds())),
                        new Fact("ACCESSORIES", words.text("deviceModel.accessories"), accessories()),
                        new Fact("OLD_TAGS", words.text("inventory.oldTags"), String.join(", ", file().oldTags())),
                        fact("NOTE", device.note()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private Fact fact(String field, String value) {
        return new Fact(field, words.text("deviceField." + field), value);
    }

    private String accessories() {
        return String.join(
                ", ",
                file().model().accessories().stream()
                        .map(one -> one.quantity() == 1 ? one.name() : one.quantity() + " × " + one.name())
                        .toList());
    }

    /** What consoles say, one line each. */
    public List<String> getConsoles() {
        return file().consoles().stream().map(this::console).toList();
    }

    private String console(MdmFacts facts) {
        var said = new DeviceWords(words);
        return words.text(
                "inventory.console",
                words.text("mdmSource." + facts.source()),
                facts.osVersion().isEmpty() ? "–" : facts.osVersion(),
                facts.lastSeen().map(words::time).orElse("–"),
                said.day(facts.supportEnds()).isEmpty() ? "–" : said.day(facts.supportEnds()));
    }

    public List<String> getMacs() {
        return file().macs().stream().map(MacAddress::shown).toList();
    }

    /** Whether somebody may be told who had it. */
    public boolean isMaySeeWho() {
        return caller.may(Operation.SEE_TITLES_OF_PERSON)
                && (lent.stream().anyMatch(loan -> loan.patron().isPresent())
                        || assigned.stream().anyMatch(one -> one.patron().isPresent()));
    }

    public boolean isWhoShown() {
        return caller.may(Operation.SEE_TITLES_OF_PERSON)
                && FormTexts.of(request).get("who").equals("yes");
    }

    /** A line of the history. */
    public record Line(Instant at, String when, String what, String by) {}

    /** What was done to it and how it was lent, the latest first. */
    public List<Line> getTimeline() {
        var lines = new ArrayList<Line>();
        var events = new DeviceEventWords(words, models.all());
        for (var event : file().events()) {
            if (event.kind() == DeviceEvent.Kind.ASSIGNED || event.kind() == DeviceEvent.Kind.ASSIGNMENT_ENDED)
                continue;
            lines.add(new Line(event.at(), words.time(event.at()), events.sentence(event), event.by()));
        }
        for (var ticket : sum.tickets()) {
            var fault = words.text("historyFault." + ticket.fault());
            lines.add(new Line(
                    ticket.opened(),
                    words.time(ticket.opened()),
                    words.text("deviceTicket.opened", ticket.id(), fault),
                    ""));
            ticket.closed()
                    .ifPresent(at -> lines.add(new Line(
                            at,
                            words.time(at),
                            words.text(
                                    "deviceTicket.closed", ticket.id(), words.text("historyClosed." + ticket.state())),
                            "")));
        }
        for (var loan : lent) {
            lines.add(new Line(loan.lent(), words.time(loan.lent()), words.text("deviceLoan.lent"), who(loan)));
            loan.returned()
                    .ifPresent(at ->
                            lines.add(new Line(at, words.time(at), words.text("deviceLoan.returned"), who(loan))));
        }
        assigned.forEach(one -> lines.addAll(lines(one)));
        lines.sort((one, another) -> another.at().compareTo(one.at()));
        return lines;
    }

    private List<Line> lines(Assignment one) {
        var who = one.room().isEmpty() ? who(one.patron()) : words.text("assignments.room", one.room());
        var begun = new Line(one.assigned(), words.time(one.assigned()), words.text("deviceEvent.ASSIGNED"), who);
        if (one.ended().isEmpty()) return List.of(begun);
        var at = one.ended().get();
        var why = words.text("assignmentEnd." + one.end().orElseThrow());
        return List.of(
                begun, new Line(at, words.time(at), words.text("deviceEvent.ASSIGNMENT_ENDED") + ": " + why, who));
    }

    private String who(LoansOfCopy.Past loan) {
        return who(loan.patron());
    }

    /** Who had it; a word for who is not told or was forgotten. */
    private String who(OptionalLong patron) {
        if (patron.isEmpty()) return words.text("deviceLoan.forgotten");
        return people.getOrDefault(patron.getAsLong(), "");
    }
}
