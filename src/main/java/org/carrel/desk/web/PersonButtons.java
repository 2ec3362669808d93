package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.CardResult;
import org.carrel.patrons.PatronBlocks;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.security.Caller;

/** What the buttons of desk/person.xhtml do: cards, blocks, fields that a roster may fill again. */
@RequestScoped
public class PersonButtons {
    @Inject
    Patrons patrons;

    @Inject
    PatronCards cards;

    @Inject
    PatronBlocks blocks;

    /**
     * What came of a button.
     *
     * @param part of the page, by its id
     * @param done what was done, as a word; empty when nothing was
     * @param problem key of the sentence that says why not
     * @param detail of that sentence
     * @param person whose page is shown next
     */
    record Answer(String part, String done, String problem, String detail, long person) {}

    public Answer press(long id, FormTexts texts, Caller by) {
        var card = FormTexts.number(texts.get("card"));
        return switch (texts.get("do")) {
            case "card" -> card(id, cards.add(id, texts.get("number"), by.username()), by, "card");
            case "replace" -> card(id, cards.replace(id, card, texts.get("number"), by.username()), by, "replaced");
            case "lost" -> answer(id, "cards", cards.lost(id, card, by.username()), "lost", "cardProblem.GONE");
            case "block" -> block(id, texts, by);
            case "lift" -> {
                var lifted = blocks.lift(id, FormTexts.number(texts.get("block")), by.username());
                yield answer(id, "blocks", lifted, "lifted", "blockProblem.GONE");
            }
            case "give-back" -> giveBack(id, texts.get("field"), by);
            default -> new Answer("", "", "", "", id);
        };
    }

    private static Answer answer(long id, String part, boolean worked, String done, String problem) {
        return worked ? new Answer(part, done, "", "", id) : new Answer(part, "", problem, "", id);
    }

    private Answer card(long id, CardResult result, Caller by, String done) {
        return switch (result) {
            case CardResult.Given given -> new Answer("cards", done, "", "", id);
            case CardResult.NotANumber bad -> new Answer("cards", "", "cardProblem.NOT_A_NUMBER", "", id);
            case CardResult.Gone gone -> new Answer("cards", "", "cardProblem.GONE", "", id);
            case CardResult.Taken taken -> taken(id, taken, by);
        };
    }

    /** Who has the card is named to those only who could look the person up. */
    private Answer taken(long id, CardResult.Taken taken, Caller by) {
        var site = patrons.find(taken.patronId())
                .map(patron -> patron.facts().get(PatronField.SITE))
                .orElse("");
        return by.isOf(site)
                ? new Answer("cards", "", "cardProblem.TAKEN_BY", taken.name(), id)
                : new Answer("cards", "", "cardProblem.TAKEN", "", id);
    }

    private Answer block(long id, FormTexts texts, Caller by) {
        var typed = texts.get("until").strip();
        var until = day(typed);
        if (!typed.isEmpty() && until.isEmpty()) return new Answer("blocks", "", "blockProblem.NO_DAY", "", id);
        var stops = EnumSet.noneOf(BlockedAct.class);
        for (var act : BlockedAct.values()) if (!texts.get("stops-" + act).isEmpty()) stops.add(act);
        if (stops.isEmpty()) return new Answer("blocks", "", "blockProblem.NOTHING", "", id);
        var set = blocks.block(id, texts.get("reason"), stops, until, by.username());
        return answer(id, "blocks", set, "blocked", "blockProblem.REFUSED");
    }

    private Answer giveBack(long id, String name, Caller by) {
        for (var field : PatronField.values()) {
            if (!field.name().equals(name)) continue;
            var given = patrons.giveBack(id, Set.of(field), by.username());
            return answer(id, "facts", given, "given-back", "personProblem.STALE");
        }
        return new Answer("", "", "", "", id);
    }

    /** As forms send a day; empty for what is none. */
    static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
