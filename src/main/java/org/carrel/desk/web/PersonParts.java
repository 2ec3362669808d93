package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.PatronBlock;
import org.carrel.patrons.PatronCard;
import org.carrel.patrons.PatronEvent;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronFile;

/** Cards, blocks and events of a person, in words. */
public final class PersonParts {
    private final StaffWords words;
    private final PersonWords people;
    private final LocalDate today;

    PersonParts(StaffWords words, PersonWords people, LocalDate today) {
        this.words = words;
        this.people = people;
        this.today = today;
    }

    /** A card. */
    public record Card(long id, String number, String state, boolean good) {}

    /** A block. */
    public record Block(long id, String reason, String facts) {}

    /** What was done. */
    public record Event(String when, String what) {}

    List<Card> cards(PatronFile file) {
        return file.cards().stream().map(this::card).toList();
    }

    private Card card(PatronCard card) {
        var since = words.day(card.ended().orElse(card.added()));
        var state = words.text("cardState." + card.status(), since);
        return new Card(card.id(), card.number(), state, card.status() == PatronCard.Status.ACTIVE);
    }

    /** @param holding those that hold, or those that were */
    List<Block> blocks(PatronFile file, boolean holding) {
        return file.blocks().stream()
                .filter(block -> block.holds(today) == holding)
                .map(block -> new Block(block.id(), block.reason(), facts(block)))
                .toList();
    }

    private String facts(PatronBlock block) {
        var set = words.text("person.blockSet", block.by(), words.day(block.set()));
        var end = block.lifted()
                .map(at -> words.text("person.blockLifted", words.day(at)))
                .orElseGet(() -> block.until()
                        .map(day -> words.text("person.blockUntil", people.day(day)))
                        .orElseGet(() -> words.text("person.blockOpen")));
        return set + " · " + end + stops(block);
    }

    /** Most stop everything: only what is particular is told. */
    private String stops(PatronBlock block) {
        if (block.stops().size() == BlockedAct.values().length) return "";
        return Arrays.stream(BlockedAct.values())
                .filter(block.stops()::contains)
                .map(act -> words.text("blockStops." + act))
                .collect(Collectors.joining(", ", " · " + words.text("person.blockStops") + " ", ""));
    }

    List<Event> events(PatronFile file) {
        return file.events().stream()
                .map(event -> new Event(words.time(event.at()), what(event)))
                .toList();
    }

    private String what(PatronEvent event) {
        var detail =
                switch (event.kind()) {
                    case CHANGED, GIVEN_BACK -> labels(event.detail());
                    default -> event.detail();
                };
        return words.text("patronEvent." + event.kind(), event.by(), detail);
    }

    private String labels(String fields) {
        return PatronField.parse(fields).stream().map(people::label).collect(Collectors.joining(", "));
    }
}
