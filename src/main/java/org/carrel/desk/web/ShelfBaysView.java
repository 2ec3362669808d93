package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.security.CurrentCaller;
import org.carrel.shelfwork.ShelfInventories;
import org.carrel.shelfwork.ShelfInventory;
import org.carrel.shelfwork.ShelfLine;
import org.carrel.shelfwork.ShelfOutcome;
import org.carrel.shelfwork.ShelfScanned.Scanned;
import org.carrel.shelfwork.ShelfSheet;

/** desk/shelf-bays.xhtml: scans along the shelves, bay by bay, and in the end one confirmation. */
@Named
@RequestScoped
public class ShelfBaysView {
    /** A page shows so many lines of a kind; the list as CSV has all of them. */
    private static final int MOST_ROWS = 300;

    private static final int LATEST = 15;

    @Inject
    HttpServletRequest request;

    @Inject
    ShelfInventories inventories;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    ShelfWords shelf;

    private Optional<ShelfSheet> sheet = Optional.empty();

    @PostConstruct
    void load() {
        sheet = inventories.open(Numbered.importNumber(request).orElse(0));
    }

    public void check() throws IOException {
        if (sheet.isEmpty()) Pages.notFound();
    }

    private ShelfSheet sheet() {
        return sheet.orElseThrow();
    }

    private ShelfInventory inventory() {
        return sheet().inventory();
    }

    private String typed(String name) {
        return FormTexts.of(request).get(name);
    }

    public long getId() {
        return inventory().id();
    }

    public String getTitle() {
        return shelf.place(inventory());
    }

    public String getSite() {
        return inventory().siteName();
    }

    public boolean isOpen() {
        return inventory().state() == ShelfInventory.State.OPEN;
    }

    public boolean isDropped() {
        return inventory().state() == ShelfInventory.State.DROPPED;
    }

    public boolean isReopening() {
        return inventories.canReopen(inventory());
    }

    /** Who began or closed it, and when. */
    public String getAbout() {
        var one = inventory();
        return one.closedAt()
                .map(at -> words.text("audit.closedBy." + one.state(), one.closedBy(), words.time(at)))
                .orElseGet(() -> words.text("audit.startedBy", one.startedBy(), words.time(one.startedAt())));
    }

    /** Where this person stands. */
    public int getBay() {
        var asked = FormTexts.integer(typed("bay"));
        return asked >= 1 && asked <= ShelfInventories.MOST_BAYS ? asked : inventories.bay(getId(), caller.required());
    }

    public int getNextBay() {
        return Math.min(ShelfInventories.MOST_BAYS, inventories.nextBay(getId(), caller.required()));
    }

    /** By which the browser keeps what is not sent yet. */
    public String getKey() {
        return "shelf-" + getId() + "-" + caller.required().account();
    }

    public String getScanned() {
        return words.text("shelf.scanned", sheet().scanned());
    }

    public int getSeen() {
        return sheet().expectedAndSeen();
    }

    /** At least 1, for a bar. */
    public int getExpected() {
        return Math.max(1, sheet().expected());
    }

    public String getProgress() {
        return words.text("shelf.progress", sheet().expectedAndSeen(), sheet().expected());
    }

    /** A scan of this person. @param offer what the desk can do; empty for nothing */
    public record Latest(long scan, String tone, String head, String title, List<String> say, String offer) {}

    public List<Latest> getLatest() {
        return inventories.latest(getId(), LATEST, caller.required()).stream()
                .map(this::latest)
                .toList();
    }

    private Latest latest(Scanned scanned) {
        var outcome = scanned.outcome();
        return new Latest(
                scanned.scan(),
                ShelfWords.tone(outcome),
                words.text("shelfOutcome." + outcome),
                scanned.copy().title(),
                shelf.say(scanned),
                outcome.canBeSettled() ? words.text("shelfSettle." + outcome) : "");
    }

    /** A count of the report. */
    public record Total(String id, String name, String number) {}

    public List<Total> getTotals() {
        return Stream.concat(
                        Stream.of(
                                new Total("expected", words.text("shelf.expected"), words.number(sheet().expected())),
                                new Total("all", words.text("shelf.all"), words.number(sheet().scanned()))),
                        Stream.of(ShelfOutcome.values())
                                .filter(outcome -> sheet().count(outcome) > 0)
                                .map(outcome -> new Total(
                                        outcome.name(),
                                        words.text("shelfOutcome." + outcome),
                                        words.number(sheet().count(outcome)))))
                .toList();
    }

    /** A copy. @param told where our records have it @param state what was done */
    public record Row(long id, long bib, String title, String call, String barcode, String told, String state) {}

    /**
     * Copies with one outcome.
     *
     * @param more how many are not shown; empty for none
     * @param choosing whether each can be left out of what is marked
     */
    public record Group(String id, String title, List<Row> rows, String more, boolean choosing) {}

    public List<Group> getGroups() {
        return Stream.of(
                        ShelfOutcome.MISSING,
                        ShelfOutcome.OUT_OF_ORDER,
                        ShelfOutcome.WRONG_LOCATION,
                        ShelfOutcome.WRONG_SITE,
                        ShelfOutcome.ON_LOAN,
                        ShelfOutcome.FOUND,
                        ShelfOutcome.SET_ASIDE,
                        ShelfOutcome.WITHDRAWN,
                        ShelfOutcome.NO_CALL_NUMBER,
                        ShelfOutcome.ELSEWHERE)
                .filter(outcome -> sheet().count(outcome) > 0)
                .map(this::group)
                .toList();
    }

    private Group group(ShelfOutcome outcome) {
        var lines = sheet().of(outcome);
        var shown = lines.subList(0, Math.min(lines.size(), MOST_ROWS));
        return new Group(
                outcome.name(),
                words.text("shelfGroup." + outcome, lines.size()),
                shown.stream().map(this::row).toList(),
                lines.size() > shown.size() ? words.text("shelf.more", lines.size() - shown.size()) : "",
                isOpen() && outcome == ShelfOutcome.MISSING);
    }

    private Row row(ShelfLine line) {
        var copy = line.copy();
        return new Row(
                copy.id(),
                copy.bib(),
                copy.title(),
                copy.callNumber(),
                copy.barcode(),
                shelf.where(copy, line.outcome()).orElse(""),
                state(line));
    }

    private String state(ShelfLine line) {
        if (line.foundSince()) return words.text("shelf.foundSince");
        if (!line.settled()) return "";
        return words.text(line.outcome() == ShelfOutcome.MISSING ? "shelf.marked" : "shelf.settled");
    }

    public List<String> getUnknown() {
        return sheet().unknown();
    }

    public int getMissing() {
        return sheet().count(ShelfOutcome.MISSING);
    }

    public String getClosing() {
        return words.text("shelf.close", getMissing());
    }

    public String getShown() {
        return sheet().missingKey();
    }

    public String getProblem() {
        return request.getAttribute(ShelfInventoryServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        if (!typed("taken").isEmpty()) return words.text("shelf.taken", typed("taken"));
        return List.of("closed", "reopened", "goesOn").contains(typed("done"))
                ? words.text("shelf.done." + typed("done"))
                : "";
    }

    /** The code of the last scan, when nobody knows it. */
    public String getUnknownScan() {
        return typed("unknown").isEmpty() ? "" : words.text("shelf.unknownScan", typed("unknown"));
    }

    /** A number for the form: sent twice, it is done once. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }
}
