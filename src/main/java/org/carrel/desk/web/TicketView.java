package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.circulation.Money;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.RepairCover;
import org.carrel.devices.RepairEvent;
import org.carrel.devices.RepairFile;
import org.carrel.devices.RepairParts;
import org.carrel.devices.RepairPriority;
import org.carrel.devices.RepairState;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.RepairTickets;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/ticket.xhtml: one repair. Who had the thing is told on request, and each look is audited. */
@Named
@RequestScoped
public class TicketView {
    @Inject
    HttpServletRequest request;

    @Inject
    RepairTickets tickets;

    @Inject
    RepairParts parts;

    @Inject
    Patrons patrons;

    @Inject
    PersonLooks looks;

    @Inject
    FeeWords money;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<RepairFile> file = Optional.empty();
    private String who = "";

    @PostConstruct
    void load() {
        file = tickets.open(Numbered.importNumber(request).orElse(0));
        if (file.isPresent() && isWhoShown()) who = look();
    }

    private String look() {
        var patron = ticket().patron();
        if (patron.isEmpty()) return words.text("ticket.nobody");
        var person = patrons.find(patron.getAsLong()).filter(this::isReached);
        person.ifPresent(looks::at);
        return person.map(Patron::spokenName).orElse("");
    }

    private boolean isReached(Patron person) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.required().isOf(site);
    }

    public void check() throws IOException {
        if (file.isEmpty()) Pages.notFound();
    }

    private RepairFile file() {
        return file.orElseThrow();
    }

    private RepairTicket ticket() {
        return file().ticket();
    }

    public long getId() {
        return ticket().id();
    }

    public int getVersion() {
        return ticket().version();
    }

    public String getTitle() {
        return words.text("ticket.title", String.valueOf(getId()), new RepairWords(words).thing(ticket()));
    }

    public boolean isOpen() {
        return ticket().isOpen();
    }

    public String getState() {
        return words.text("repairState." + ticket().state());
    }

    public String getFault() {
        return new RepairWords(words).fault(ticket().fault());
    }

    public String getDescription() {
        return ticket().description();
    }

    public String getDue() {
        return isOpen() ? file().due().map(words::time).orElse("") : "";
    }

    public boolean isLate() {
        return file().late();
    }

    /** Its clock stands while others are to do something. */
    public boolean isWaiting() {
        return ticket().isWaiting();
    }

    public boolean isDeviceThere() {
        return ticket().device().isPresent();
    }

    public long getDevice() {
        return ticket().device().orElse(0);
    }

    public boolean isMayBringIn() {
        return isDeviceThere() && isOpen() && !ticket().deviceIn();
    }

    public boolean isLoanerOut() {
        return ticket().loaner().isPresent();
    }

    /** A line of facts. */
    public record Fact(String id, String label, String value) {}

    public List<Fact> getFacts() {
        var one = ticket();
        var said = new DeviceWords(words);
        return Stream.of(
                        fact("model", one.modelName()),
                        fact("place", one.room().isEmpty() ? one.siteName() : one.room() + " · " + one.siteName()),
                        fact("opened", words.time(one.opened())),
                        fact("openedBy", one.openedByName()),
                        fact("closed", one.closed().map(words::time).orElse("")),
                        fact("where", one.deviceIn() ? words.text("ticket.in") : ""),
                        fact("warranty", warranty()),
                        fact("support", said.day(one.supportEnds())),
                        fact("reference", one.reference()),
                        fact("cost", money.money(Money.ofCents(file().costCents()))))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private Fact fact(String name, String value) {
        return new Fact("fact-" + name, words.text("ticket." + name), value);
    }

    private String warranty() {
        var ends = ticket().warrantyEnds();
        if (ends.isEmpty()) return "";
        var day = new DeviceWords(words).day(ends);
        return words.text(
                ticket().isUnderWarranty(LocalDate.now(clock)) ? "ticket.warrantyUntil" : "ticket.warrantyOver", day);
    }

    public List<Choice> getSteps() {
        return ticket().steps().stream()
                .map(state -> new Choice(
                        state.name(),
                        words.text("repairState." + state),
                        typed("to").equals(state.name())))
                .toList();
    }

    public List<Choice> getPriorities() {
        return new RepairWords(words).choices(RepairPriority.class, Optional.of(ticket().priority()), "repairPriority");
    }

    public String getReference() {
        return getProblem().isEmpty()
                ? ticket().reference()
                : texts().has("reference") ? typed("reference") : ticket().reference();
    }

    public int getMinutes() {
        return ticket().laborMinutes();
    }

    public String getBill() {
        return DeviceWords.typed(OptionalInt.of(ticket().billCents()));
    }

    private FormTexts texts() {
        return FormTexts.of(request);
    }

    private String typed(String name) {
        return texts().get(name);
    }

    public String getNote() {
        return getProblem().isEmpty() ? "" : typed("note");
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getProblem() {
        return request.getAttribute(TicketServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return typed("done").isEmpty() ? "" : words.text("ticket.saved");
    }

    // who had it, and what it costs them

    public boolean isMaySeeWho() {
        return caller.may(Operation.SEE_TITLES_OF_PERSON) && ticket().patron().isPresent();
    }

    public boolean isWhoShown() {
        return isMaySeeWho() && typed("who").equals("yes");
    }

    public String getWho() {
        return who;
    }

    public long getPatron() {
        return isWhoShown() ? ticket().patron().orElse(0) : 0;
    }

    public boolean isMayCharge() {
        return isMaySeeWho() && ticket().cover().isEmpty();
    }

    /** What was decided; empty when nothing was. */
    public String getDecided() {
        var cover = ticket().cover();
        if (cover.isEmpty()) return "";
        return words.text(
                "ticket.decided",
                words.text("repairCover." + cover.get()),
                money.money(Money.ofCents(ticket().charge().orElse(0))));
    }

    /** What the family would pay with a cover. */
    public record Offer(String cover, String name, String amount, List<String> why, boolean usual) {}

    public List<Offer> getOffers() {
        var offers = new ArrayList<Offer>();
        for (var cover : RepairCover.values()) {
            var result = tickets.proposed(ticket(), cover);
            if (result.isEmpty()) continue;
            offers.add(new Offer(
                    cover.name(),
                    words.text("repairCover." + cover),
                    money.money(Money.ofCents(result.get().cents())),
                    result.get().why().stream().map(money::why).toList(),
                    cover == usual()));
        }
        return offers;
    }

    private RepairCover usual() {
        if (ticket().isUnderWarranty(LocalDate.ofInstant(ticket().opened(), clock.getZone())))
            return RepairCover.WARRANTY;
        return file().policy().insuredByDefault() ? RepairCover.INSURANCE : RepairCover.NONE;
    }

    // parts

    public record Used(int type, String name, int quantity, String price) {}

    public List<Used> getUsed() {
        return file().parts().stream()
                .map(part -> new Used(
                        part.typeId(),
                        part.name(),
                        part.quantity(),
                        money.money(Money.ofCents((long) part.priceCents() * part.quantity()))))
                .toList();
    }

    /** What the ticket's site has, with how many. */
    public List<Choice> getParts() {
        return parts.stock(caller.required()).stream()
                .filter(part -> part.siteCode().equalsIgnoreCase(ticket().siteCode()) && part.quantity() > 0)
                .map(part ->
                        new Choice(String.valueOf(part.typeId()), part.name() + " (" + part.quantity() + ")", false))
                .toList();
    }

    public List<Long> getPhotos() {
        return file().photos();
    }

    /** What happened, the latest first. */
    public record Line(String when, String what, String note, String by) {}

    public List<Line> getEvents() {
        return file().events().stream()
                .map(event -> new Line(words.time(event.at()), sentence(event), event.note(), event.by()))
                .toList();
    }

    private String sentence(RepairEvent event) {
        var key = "repairEvent." + event.kind();
        return switch (event.kind()) {
            case OPENED, REPORTED_AGAIN -> words.text(key, words.text("fault." + event.becomes()));
            case STEP ->
                words.text(key, words.text("repairState." + event.was()), words.text("repairState." + event.becomes()));
            case CHARGED ->
                words.text(key, words.text("repairCover." + event.was()), money.money(Money.of(event.becomes())));
            case PART_USED, PART_BACK, LENT, HANDED_BACK, EDITED -> words.text(key, event.becomes());
            case NOTE, UNDONE, PHOTO, SENT -> words.text(key);
        };
    }

    /** States that need a word about why. */
    public String getNeedWords() {
        return Arrays.stream(RepairState.values())
                .filter(RepairTickets::needsNote)
                .map(state -> words.text("repairState." + state))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
