package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.devices.CartAnswer;
import org.carrel.devices.CartRound.Outcome;
import org.carrel.devices.CollectionAnswer;
import org.carrel.patrons.PatronField;
import org.carrel.platform.JsonText;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** What is said to the scans of a round: rounds.js draws it. */
@RequestScoped
public class RoundWords {
    @Inject
    StaffWords words;

    @Inject
    ScanWords scans;

    @Inject
    CurrentCaller caller;

    static boolean wantsJson(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader("Accept"), "").startsWith("application/json");
    }

    static JsonObjectBuilder line(String tone, String head, String what, List<String> say) {
        return JsonText.object()
                .add("tone", tone)
                .add("head", head)
                .add("what", what)
                .add("say", JsonText.array(say));
    }

    String json(CartAnswer answer, String text) {
        if (!(answer instanceof CartAnswer.Scanned scanned))
            return line("stop", words.text("cart.stale"), text, List.of())
                    .build()
                    .toString();
        var say = new ArrayList<String>();
        if (scanned.outcome() == Outcome.STRAY) say.add(words.text("round.belongs", scanned.place()));
        scanned.answer().ifPresent(desk -> say.addAll(desk(desk)));
        var json = line(tone(scanned.outcome()), head(scanned.outcome()), scanned.name(), say)
                .add("outcome", scanned.outcome().name())
                .add(
                        "texts",
                        JsonText.array()
                                .add(text("left", words.text("round.left", scanned.left())))
                                .add(text(
                                        "here-count",
                                        words.number(scanned.round().here().size()))));
        if (scanned.outcome() == Outcome.HERE)
            json.add("gone", JsonText.array(List.of("item-" + scanned.device().orElse(0L))));
        return json.build().toString();
    }

    String head(Outcome outcome) {
        return words.text("roundOutcome." + outcome);
    }

    static String tone(Outcome outcome) {
        return switch (outcome) {
            case HERE -> "ok";
            case AGAIN -> "note";
            case STRAY, LOOSE, UNFIT -> "warn";
            case UNKNOWN -> "stop";
        };
    }

    /** What the desk found besides; where it belongs stands in the line already, and what somebody had for the year has just ended. */
    private List<String> desk(DeskAnswer answer) {
        return answer.remarks().stream()
                .filter(remark ->
                        remark.kind() != Remark.Kind.GOES_IN_CART && remark.kind() != Remark.Kind.BELONGS_ELSEWHERE)
                .map(remark -> scans.text(remark, answer))
                .toList();
    }

    private static JsonObjectBuilder text(String id, String text) {
        return JsonText.object().add("id", id).add("text", text);
    }

    String json(CollectionAnswer answer) {
        return switch (answer) {
            case CollectionAnswer.Stale stale ->
                line("stop", words.text("collection.stale"), "", List.of())
                        .build()
                        .toString();
            case CollectionAnswer.Unknown unknown ->
                line("stop", head(Outcome.UNKNOWN), unknown.text(), List.of())
                        .build()
                        .toString();
            case CollectionAnswer.In in -> in(in);
        };
    }

    private String in(CollectionAnswer.In in) {
        var say = new ArrayList<String>();
        who(in).ifPresent(say::add);
        if (in.still() > 0) say.add(words.text("collection.still", in.still()));
        say.addAll(desk(in.answer()));
        if (in.chargerMissing()) say.add(words.text("collection.chargerMissing"));
        var key = in.wasOut() ? "collection.in" : "collection.idle";
        var tone = in.wasOut() ? in.chargerMissing() || in.still() > 0 ? "warn" : "ok" : "note";
        var json = line(tone, words.text(key), in.device().name(), say)
                .add("outcome", in.wasOut() ? "COLLECTED" : "IDLE")
                .add("texts", counts(in));
        if (in.wasOut()) json.add("offer", offer(in.scan(), in.chargerMissing()));
        return json.build().toString();
    }

    /** What can be said of a scan next. @param missing whether its charger is missing now */
    JsonObjectBuilder offer(long scan, boolean missing) {
        return JsonText.object()
                .add("do", missing ? "charger-back" : "charger")
                .add("number", scan)
                .add("name", words.text(missing ? "collection.chargerBack" : "collection.noCharger"));
    }

    private JsonArrayBuilder counts(CollectionAnswer.In in) {
        return JsonText.array()
                .add(text("left", words.text("collection.left", in.left())))
                .add(text("collected", words.text("collection.collected", in.collected())));
    }

    private Optional<String> who(CollectionAnswer.In in) {
        if (!caller.may(Operation.SEE_TITLES_OF_PERSON)) return Optional.empty();
        return in.had().map(person -> {
            var room = person.facts().get(PatronField.HOMEROOM);
            return room.isEmpty() ? person.spokenName() : person.spokenName() + " · " + room;
        });
    }
}
