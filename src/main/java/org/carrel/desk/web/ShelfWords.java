package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DeskAnswer;
import org.carrel.platform.JsonText;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.ShelfHistory;
import org.carrel.shelfwork.ShelfInventory;
import org.carrel.shelfwork.ShelfOutcome;
import org.carrel.shelfwork.ShelfScanned;
import org.carrel.shelfwork.ShelfScanned.Between;
import org.carrel.shelfwork.ShelfScanned.Scanned;

/** Inventories of shelves in the words of the staff pages; rounds.js draws what is said to scans. */
@RequestScoped
public class ShelfWords {
    @Inject
    StaffWords words;

    @Inject
    ScanWords scans;

    /** What people call the part of the shelves. */
    String place(ShelfInventory inventory) {
        var where = inventory.location() == 0 ? words.text("shelf.everywhere") : inventory.locationName();
        return inventory.isRange()
                ? words.text("shelf.range", where, inventory.from(), inventory.to())
                : words.text("shelf.byScans", where);
    }

    String result(ShelfHistory row) {
        return switch (row.inventory().state()) {
            case OPEN -> words.text("shelf.scanned", row.scanned());
            case DROPPED -> "";
            case CLOSED -> words.text("shelf.result", row.scanned(), row.wrong(), row.missing());
        };
    }

    static String tone(ShelfOutcome outcome) {
        return switch (outcome) {
            case FINE -> "ok";
            case NO_CALL_NUMBER -> "note";
            case OUT_OF_ORDER, WRONG_LOCATION, WRONG_SITE, ON_LOAN, FOUND, SET_ASIDE -> "warn";
            case WITHDRAWN, MISSING, ELSEWHERE -> "stop";
        };
    }

    /** What is to be known of a copy besides its outcome. */
    List<String> say(Scanned scanned) {
        var say = new ArrayList<String>();
        if (!scanned.copy().callNumber().isEmpty()) say.add(scanned.copy().callNumber());
        if (scanned.again()) say.add(words.text("shelf.again"));
        scanned.between().ifPresent(between -> say.add(between(between)));
        where(scanned.copy(), scanned.outcome()).ifPresent(say::add);
        scanned.earlier()
                .ifPresent(copy -> say.add(words.text("shelf.earlier", copy.title(), copy.callNumber()) + " "
                        + scanned.earlierBetween().map(this::between).orElse("")));
        return say;
    }

    private String between(Between between) {
        if (between.before().isEmpty() && between.after().isEmpty()) return words.text("shelf.alone");
        if (between.before().isEmpty()) return words.text("shelf.first", between.after());
        if (between.after().isEmpty()) return words.text("shelf.last", between.before());
        return words.text("shelf.between", between.before(), between.after());
    }

    /** Where our records have it. */
    Optional<String> where(ShelfCopy copy, ShelfOutcome outcome) {
        return switch (outcome) {
            case WRONG_LOCATION ->
                Optional.of(
                        copy.locationName().isEmpty()
                                ? words.text("shelf.noLocation")
                                : words.text("shelf.belongs", copy.locationName()));
            case WRONG_SITE -> Optional.of(words.text("shelf.belongs", copy.siteName()));
            case FOUND -> Optional.of(words.text("shelf.was", words.text("itemCondition." + copy.condition())));
            case SET_ASIDE, ELSEWHERE ->
                Optional.of(
                        copy.where() == ShelfCopy.Where.SHELF
                                ? words.text("shelf.was", words.text("itemCondition." + copy.condition()))
                                : words.text("shelfWhere." + copy.where()));
            default -> Optional.empty();
        };
    }

    String json(ShelfScanned answer, String text) {
        return switch (answer) {
            case Scanned scanned -> json(scanned);
            case ShelfScanned.Unknown unknown ->
                RoundWords.line("stop", words.text("shelf.unknown"), unknown.code(), List.of())
                        .add("outcome", "UNKNOWN")
                        .build()
                        .toString();
            case ShelfScanned.Several several ->
                RoundWords.line("warn", words.text("shelf.several"), text, several.titles())
                        .build()
                        .toString();
            case ShelfScanned.Empty empty ->
                RoundWords.line("stop", words.text("shelf.unknown"), text, List.of())
                        .build()
                        .toString();
            case ShelfScanned.Over over ->
                RoundWords.line("stop", words.text("shelf.over"), text, List.of())
                        .build()
                        .toString();
        };
    }

    private String json(Scanned scanned) {
        var isLook = scanned.again() || scanned.earlier().isPresent();
        var tone = tone(scanned.outcome());
        var json = RoundWords.line(
                        tone.equals("ok") && isLook ? scanned.again() ? "note" : "warn" : tone,
                        words.text("shelfOutcome." + scanned.outcome()),
                        scanned.copy().title(),
                        say(scanned))
                .add("outcome", scanned.again() ? "AGAIN" : scanned.outcome().name())
                .add(
                        "texts",
                        JsonText.array()
                                .add(JsonText.object()
                                        .add("id", "scanned")
                                        .add("text", words.text("shelf.scanned", scanned.count()))));
        if (scanned.outcome().canBeSettled())
            json.add(
                    "offer",
                    JsonText.object()
                            .add("do", "settle")
                            .add("number", scanned.scan())
                            .add("name", words.text("shelfSettle." + scanned.outcome())));
        return json.build().toString();
    }

    /** What the desk said to a copy that was set right from the shelf. */
    String json(Optional<DeskAnswer> answer) {
        if (answer.isEmpty())
            return RoundWords.line("stop", words.text("shelf.over"), "", List.of())
                    .build()
                    .toString();
        var told = answer.get();
        var title = told.copy().map(copy -> copy.title()).orElse("");
        var say =
                told.remarks().stream().map(remark -> scans.text(remark, told)).toList();
        return RoundWords.line("ok", words.text("shelf.settled"), title, say)
                .add("outcome", "SETTLED")
                .build()
                .toString();
    }
}
