package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.HoldChanged;
import org.carrel.circulation.HoldProblem;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.OpenHold;

/** What came of changes of holds, and how far holds are, in words. */
@RequestScoped
public class HoldWords {
    /** Acts of the pages about holds, as their forms name them. */
    static final List<String> ACTS = List.of("cancel", "suspend", "resume", "move", "site", "sent", "place");

    @Inject
    StaffWords words;

    @Inject
    HoldNames names;

    /** For the address after an act: the act when it is done, else what is in its way. */
    static String code(String act, HoldChanged changed) {
        return changed == HoldChanged.DONE ? act : changed.name().toLowerCase(Locale.ROOT);
    }

    boolean isWell(String code) {
        return ACTS.contains(code);
    }

    /** A sentence; empty for what no page says. */
    String done(String code) {
        if (isWell(code)) return words.text("holds.done." + code);
        return Stream.of(HoldChanged.values())
                .filter(changed -> changed != HoldChanged.DONE)
                .filter(changed -> changed.name().toLowerCase(Locale.ROOT).equals(code))
                .map(changed -> words.text("holdChanged." + changed))
                .findFirst()
                .orElse("");
    }

    public String problem(HoldProblem problem) {
        return words.text("holdProblem." + problem);
    }

    /** {@code 2nd in line}, {@code Ready until Tue, Oct 5}. */
    public String state(OpenHold hold) {
        var position = hold.position().orElse(0);
        var day = hold.state() == HoldState.SUSPENDED ? hold.suspendedUntil() : hold.shelfUntil();
        var many = hold.quantity() > 1
                ? " · " + words.text("holds.several", hold.filled(), hold.ready(), hold.quantity())
                : "";
        return stateWords(hold.state(), position, day.map(names::day)) + many;
    }

    private String stateWords(HoldState state, int position, Optional<String> day) {
        return switch (state) {
            case WAITING -> words.text("holdState.WAITING", position);
            case SUSPENDED -> words.text("holdState.SUSPENDED", day.orElse(""));
            case ON_ITS_WAY -> words.text("holdState.ON_ITS_WAY");
            case READY ->
                day.map(until -> words.text("holdState.READY", until))
                        .orElseGet(() -> words.text("holdState.READY.noEnd"));
        };
    }
}
