package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.devices.Assignment;
import org.carrel.devices.Assignments;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.LentAccessories;
import org.carrel.devices.LentAccessory;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.LentAccessory.State;
import org.carrel.devices.LentAccessoryChanged;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.platform.JsonText;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** What a desk says of devices: whose they are for the year, and what goes out with them. Names are looked up, never kept. */
@RequestScoped
public class LentDeviceWords {
    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    Assignments assignments;

    @Inject
    LentAccessories accessories;

    @Inject
    Patrons patrons;

    /** A sentence for the kinds of remarks that are of devices. */
    String text(Remark remark) {
        return switch (remark.kind()) {
            case WITH_ACCESSORIES -> with(remark.value());
            case ACCESSORIES_BACK -> words.text("deskRemark.ACCESSORIES_BACK", names(of(remark.value())));
            default -> words.text("deskRemark." + remark.kind(), owner(remark.value()));
        };
    }

    private String with(String code) {
        var all = of(code);
        var out = all.stream().filter(LentAccessory::isThere).toList();
        var none = all.stream().filter(one -> !one.isThere()).toList();
        var said = out.isEmpty() ? "" : words.text("deskRemark.WITH_ACCESSORIES", names(out));
        var left = none.isEmpty() ? "" : words.text("desk.parts.stayed", names(none));
        return (said + " " + left).strip();
    }

    private static String names(List<LentAccessory> some) {
        return some.stream().map(LentAccessory::shownName).collect(Collectors.joining(", "));
    }

    private List<LentAccessory> of(String code) {
        return Cause.parse(code).map(accessories::of).orElse(List.of());
    }

    /** Whether these words are for it. */
    static boolean isOfDevices(Remark.Kind kind) {
        return switch (kind) {
            case WITH_ACCESSORIES, ACCESSORIES_BACK, ASSIGNED_TO -> true;
            default -> false;
        };
    }

    /** What its sentence needs, where the block is of devices. */
    Object[] facts(Blocked blocked) {
        var fact = blocked.facts().isEmpty() ? "" : blocked.facts().getFirst();
        return switch (blocked.block()) {
            case DEVICE_ASSIGNED -> new Object[] {owner(fact)};
            case DEVICE_NOT_READY -> new Object[] {new DeviceWords(words).condition(DeviceCondition.valueOf(fact))};
            default -> blocked.facts().toArray();
        };
    }

    /** Who has the device for the year: a room, or a person for those who may know. */
    private String owner(String number) {
        return assignments.find(FormTexts.number(number)).map(this::owner).orElse("–");
    }

    String owner(Assignment assignment) {
        if (!assignment.room().isEmpty()) return words.text("assignments.room", assignment.room());
        if (assignment.patron().isEmpty() || !caller.may(Operation.SEE_TITLES_OF_PERSON))
            return words.text("assignments.somebody");
        return patrons.find(assignment.patron().getAsLong())
                .filter(person -> isReached(person.facts().get(PatronField.SITE)))
                .map(person -> person.spokenName())
                .orElseGet(() -> words.text("assignments.somebody"));
    }

    private boolean isReached(String site) {
        return site.isEmpty() || caller.required().isOf(site);
    }

    /** The accessories of the line, to be ticked; empty for a line that has none. */
    JsonArrayBuilder parts(DeskAnswer answer) {
        for (var remark : answer.remarks()) {
            switch (remark.kind()) {
                case WITH_ACCESSORIES -> {
                    return parts(of(remark.value()));
                }
                case ACCESSORIES_BACK -> {
                    var back = of(remark.value()).stream()
                            .filter(one -> one.state() != State.NOT_GIVEN)
                            .toList();
                    return parts(back);
                }
                default -> {}
            }
        }
        return JsonText.array();
    }

    private static JsonArrayBuilder parts(List<LentAccessory> all) {
        var parts = JsonText.array();
        for (var one : all) {
            parts.add(JsonText.object()
                    .add("id", one.id())
                    .add("name", one.shownName())
                    .add("on", one.isThere()));
        }
        return parts;
    }

    /** What the desk says to a tick: the accessories of the line as they are now, and a sentence. */
    String json(LentAccessoryChanged answer) {
        var said =
                switch (answer) {
                    case LentAccessoryChanged.Done done -> said(done.accessory());
                    case LentAccessoryChanged.NoneLeft none ->
                        words.text("desk.parts.noneLeft", none.accessory().shownName());
                    case LentAccessoryChanged.Refused refused -> words.text("lentAccessoryProblem." + refused.why());
                };
        var json = JsonText.object()
                .add("act", "PART")
                .add("tone", answer instanceof LentAccessoryChanged.Done ? "ok" : "warn")
                .add("head", said)
                .add("what", "")
                .add("say", JsonText.array())
                .add("actions", JsonText.array())
                .add("choices", JsonText.array());
        switch (answer) {
            case LentAccessoryChanged.Done done -> json.add("part", part(done.accessory()));
            case LentAccessoryChanged.NoneLeft none -> json.add("part", part(none.accessory()));
            case LentAccessoryChanged.Refused refused -> {}
        }
        return json.build().toString();
    }

    private static JsonObjectBuilder part(LentAccessory one) {
        return JsonText.object().add("id", one.id()).add("on", one.isThere());
    }

    private String said(LentAccessory one) {
        return words.text("lentAccessory." + one.state(), one.shownName());
    }
}
