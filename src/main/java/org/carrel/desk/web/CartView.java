package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoansOfCopy;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.CartOut;
import org.carrel.devices.CartPage;
import org.carrel.devices.CartRound;
import org.carrel.devices.CartSlot;
import org.carrel.devices.CartSlot.Fate;
import org.carrel.devices.Carts;
import org.carrel.devices.Device;
import org.carrel.devices.OwedDevices;
import org.carrel.patrons.Patron;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/cart.xhtml: one cart or kit: what belongs in it, who has it, handing over and counting in. */
@Named
@RequestScoped
public class CartView {
    @Inject
    HttpServletRequest request;

    @Inject
    Carts carts;

    @Inject
    LoansOfCopy loans;

    @Inject
    OwedDevices owedDevices;

    @Inject
    CartPeopleNames names;

    @Inject
    RoundWords rounds;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<CartPage> found = Optional.empty();

    @PostConstruct
    void load() {
        found = carts.open(Numbered.importNumber(request).orElse(0), caller.required());
    }

    public void check() throws IOException {
        if (found.isEmpty()) Pages.notFound();
    }

    private CartPage page() {
        return found.orElseThrow();
    }

    private FormTexts texts() {
        return FormTexts.of(request);
    }

    public long getId() {
        return page().cart().id();
    }

    public String getName() {
        return page().cart().name();
    }

    public String getModel() {
        return page().cart().fullModelName();
    }

    public String getCustody() {
        return new DeviceWords(words).custody(page().cart().custody());
    }

    /** The cart that the kit is in; empty for none. */
    public String getInside() {
        return page().inside()
                .map(slot -> words.text(
                        "cart.insideOf", slot.device().map(Device::name).orElse(""), slot.slot()))
                .orElse("");
    }

    /** A number for each form: sent twice, it is done once. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public boolean isMayChange() {
        return caller.may(Operation.LEND_DEVICES);
    }

    /** Whether the pages of single devices are open to whoever is signed in. */
    public boolean isMayOpenDevices() {
        return caller.may(Operation.LEND_DEVICES);
    }

    /** Its loan is open. */
    public boolean isOut() {
        return page().out().filter(CartOut::onLoan).isPresent();
    }

    /** It is back, and is being counted. */
    public boolean isComingIn() {
        return page().round().filter(round -> round.kind() == CartRound.Kind.IN).isPresent();
    }

    /** It is being scanned before it goes. */
    public boolean isGoingOut() {
        return page().round()
                .filter(round -> round.kind() == CartRound.Kind.OUT)
                .isPresent();
    }

    public boolean isScanned() {
        return page().round().isPresent();
    }

    public boolean isHere() {
        return page().out().isEmpty();
    }

    public boolean isOfParts() {
        return page().isOfParts();
    }

    public String getWho() {
        return page().out().map(out -> names.of(out.patron())).orElse("");
    }

    public String getOutSince() {
        return page().out()
                .map(out -> words.text(
                        "cart.outSince", words.time(out.since()), out.handed(), words.text("cartWay." + out.way())))
                .orElse("");
    }

    /** What who has it has counted; empty while nobody did. */
    public String getAccepted() {
        var out = page().out();
        if (out.isEmpty() || out.get().accepted().isEmpty()) return "";
        return words.text(
                "cart.accepted", out.get().accepted().getAsInt(), out.get().handed());
    }

    public boolean isDisputed() {
        return page().out().filter(CartOut::isDisputed).isPresent();
    }

    public String getRoundStarted() {
        return page().round()
                .map(round -> words.text("round.started", words.time(round.started()), round.startedBy()))
                .orElse("");
    }

    /** What is kept of unsent scans belongs to this account and cart. */
    public String getKey() {
        return caller.required().account() + "-" + getId();
    }

    /** Something that is looked for. */
    public record Expected(long device, String name, String slot) {
        public String id() {
            return "item-" + device;
        }
    }

    private List<Expected> waited() {
        var here = page().round().map(CartRound::here).orElse(List.of());
        if (isComingIn())
            return page().out().orElseThrow().in(CartOut.State.OUT).stream()
                    .map(item -> new Expected(item.device(), item.name(), item.slot()))
                    .toList();
        return page().in(Fate.GOES).stream()
                .filter(slot -> !here.contains(slot.device().orElseThrow().id()))
                .map(CartView::expected)
                .toList();
    }

    private static Expected expected(CartSlot slot) {
        var device = slot.device().orElseThrow();
        return new Expected(device.id(), device.name(), slot.slot());
    }

    /** What is not there yet: of a cart that comes in, what has not been scanned; else all that can go. */
    public List<Expected> getExpected() {
        return waited();
    }

    /** So many should be there in all. */
    public int getExpectedCount() {
        if (!isComingIn()) return page().in(Fate.GOES).size();
        var out = page().out().orElseThrow();
        return out.in(CartOut.State.OUT).size() + out.in(CartOut.State.BACK).size();
    }

    public String getHereCount() {
        return words.number(page().round().map(round -> round.here().size()).orElse(0));
    }

    public String getLeft() {
        return words.text("round.left", waited().size());
    }

    /** How many are counted, as the form says; all of them while nobody typed anything. */
    public String getCounted() {
        var typed = texts().get("counted");
        return typed.isEmpty() ? String.valueOf(getExpectedCount()) : typed;
    }

    /** Whether a device was named as missing in the form that came back. */
    public boolean isTicked(long device) {
        var ticked = request.getParameterValues("absent");
        return ticked != null && Arrays.asList(ticked).contains(String.valueOf(device));
    }

    /** What stays here when the cart goes, and why. */
    public record Staying(String name, String slot, String why) {}

    public List<Staying> getStaying() {
        return page().slots().stream()
                .filter(slot -> slot.device().isPresent() && slot.fate() != Fate.GOES && slot.fate() != Fate.AWAY)
                .map(slot -> new Staying(slot.device().orElseThrow().name(), slot.slot(), fate(slot)))
                .toList();
    }

    /** A line of a round. */
    public record Line(String tone, String head, String name, String say) {}

    public List<Line> getLines() {
        return page().round().map(CartRound::scans).orElse(List.of()).stream()
                .map(line -> new Line(
                        RoundWords.tone(line.outcome()),
                        rounds.head(line.outcome()),
                        line.name(),
                        line.outcome() == CartRound.Outcome.STRAY ? words.text("round.belongs", line.place()) : ""))
                .toList();
    }

    /** A row of the slots. @param nested inside a kit of the cart: changed there */
    public record Slot(String slot, String key, long device, String name, String state, boolean good, boolean nested) {}

    public List<Slot> getSlots() {
        var rows = new ArrayList<Slot>();
        for (var slot : page().slots()) {
            rows.add(new Slot(
                    slot.slot(),
                    String.valueOf(slot.position()),
                    slot.device().map(Device::id).orElse(0L),
                    slot.device().map(Device::name).orElse(""),
                    fate(slot),
                    slot.fate() == Fate.GOES,
                    slot.slot().contains("/")));
        }
        return rows;
    }

    private String fate(CartSlot slot) {
        if (slot.fate() != Fate.LENT) return words.text("slotFate." + slot.fate());
        var who = loans.of(slot.device().orElseThrow().item(), 1).stream()
                .findFirst()
                .map(loan -> names.of(loan.patron()))
                .orElse("");
        return who.isEmpty() ? words.text("slotFate.LENT") : words.text("cart.outTo", who);
    }

    /** @param there so many were there when somebody looked last */
    public record Part(long id, String name, int quantity, boolean optional, int there, boolean missing) {}

    public List<Part> getParts() {
        return page().parts().stream()
                .map(part -> new Part(
                        part.id(),
                        part.name(),
                        part.quantity(),
                        part.optional(),
                        there(part.id(), part.quantity() - part.missing()),
                        part.missing() > 0))
                .toList();
    }

    private int there(long part, int now) {
        var typed = FormTexts.integer(texts().get("part-" + part));
        return typed < 0 ? now : typed;
    }

    /** @param part number of a part that is owed; 0: a device */
    public record Owed(long part, String name, String slot, String who, String since) {}

    public List<Owed> getOwed() {
        return page().owed().stream()
                .map(one -> new Owed(
                        one.part().orElse(0),
                        one.name(),
                        one.slot(),
                        names.of(one.patron()),
                        one.missing()
                                .map(day -> words.text("carts.missingSince", words.day(day)))
                                .orElseGet(() -> words.text("carts.owedSince", words.day(one.since())))))
                .toList();
    }

    public String getOwedHelp() {
        return words.text("cart.owedHelp", owedDevices.days());
    }

    /** What is wrong with a form; empty for another one. */
    public String problem(String form) {
        return form.equals(request.getAttribute(CartServlet.FORM))
                        && request.getAttribute(CartServlet.PROBLEM) instanceof String sentence
                ? sentence
                : "";
    }

    /** What is wrong with one of the forms about slots and parts. */
    public String getSlotProblem() {
        return Set.of("out", "close").contains(String.valueOf(request.getAttribute(CartServlet.FORM)))
                ? ""
                : request.getAttribute(CartServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getTaker() {
        return texts().get("taker");
    }

    public boolean isCountedWay() {
        return texts().get("way").equals(CartOut.Way.COUNTED.name());
    }

    /** Of whom one has to be chosen; one when only a block has to be lifted. */
    public List<Choice> getPeople() {
        var choices = new ArrayList<Choice>();
        if (request.getAttribute(CartServlet.PEOPLE) instanceof List<?> people) {
            for (var one : people)
                if (one instanceof Patron person)
                    choices.add(new Choice(
                            String.valueOf(person.id()),
                            person.spokenName(),
                            texts().get("patron").equals(String.valueOf(person.id()))));
        }
        return choices;
    }

    /** Blocks that a reason lifts. */
    public List<String> getLifts() {
        var lifts = new ArrayList<String>();
        if (request.getAttribute(CartServlet.LIFT) instanceof List<?> names) {
            for (var one : names)
                lifts.add(LoanBlock.valueOf(String.valueOf(one)).name());
        }
        return lifts;
    }

    public String getDone() {
        var texts = texts();
        var missing = Math.max(0, FormTexts.integer(texts.get("missing")));
        return switch (texts.get("done")) {
            case "out" -> words.text("cart.done.out", missing);
            case "close" -> words.text("cart.done.close", missing);
            case "put" -> putIn(texts.get("what"));
            case "add", "rename", "empty", "remove", "part", "remove-part", "saw", "brought", "give-up" ->
                words.text("cart.done.saved");
            default -> "";
        };
    }

    /** Only what stands in a slot of this cart is named: addresses can say anything. */
    private String putIn(String name) {
        var slot = page().slots().stream()
                .filter(one -> one.device()
                        .filter(device -> device.name().equals(name))
                        .isPresent())
                .findFirst();
        return slot.map(one -> words.text("cart.done.put", name, one.slot())).orElse("");
    }

    /** The next free slot; empty when there is none. */
    public String getNextSlot() {
        return page().slots().stream()
                .filter(slot -> slot.fate() == Fate.FREE && !slot.slot().contains("/"))
                .findFirst()
                .map(CartSlot::slot)
                .orElse("");
    }

    public boolean isFilling() {
        return texts().get("done").equals("put");
    }
}
