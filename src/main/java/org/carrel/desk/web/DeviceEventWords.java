package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceEvent;
import org.carrel.devices.DeviceModel;

/** What happened to a device, as sentences. */
final class DeviceEventWords {
    /** What is written there and is no field. */
    private static final Set<String> NO_FIELD = Set.of("condition", "audit", "upkeep");

    private final StaffWords words;
    private final DeviceWords devices;
    private final List<DeviceModel> models;

    DeviceEventWords(StaffWords words, List<DeviceModel> models) {
        this.words = words;
        this.devices = new DeviceWords(words);
        this.models = models;
    }

    String sentence(DeviceEvent event) {
        var sentence = words.text(
                "deviceEvent." + event.kind(),
                event.kind() == DeviceEvent.Kind.AUDITED
                        ? words.text("auditAct.done." + event.becomes().toUpperCase(Locale.ROOT))
                        : label(event.what()),
                value(event.what(), event.was()),
                value(event.what(), event.becomes()));
        var reason = event.reason().isEmpty() ? "" : " “" + event.reason() + "”";
        var cost = event.cost().isEmpty() ? "" : " · " + devices.money(event.cost());
        return sentence + reason + cost;
    }

    private String label(String what) {
        return what.isEmpty() || NO_FIELD.contains(what)
                ? ""
                : words.text("deviceField." + what.toUpperCase(Locale.ROOT));
    }

    private String value(String what, String text) {
        if (text.isEmpty()) return "–";
        return switch (what) {
            case "condition" -> devices.condition(DeviceCondition.valueOf(text.toUpperCase(Locale.ROOT)));
            case "model" -> model(text);
            case "price" -> devices.money(OptionalInt.of(Integer.parseInt(text)));
            case "acquired", "warranty_ends", "support_ends" -> devices.day(LocalDate.parse(text));
            default -> text;
        };
    }

    private String model(String number) {
        return models.stream()
                .filter(model -> String.valueOf(model.id()).equals(number))
                .map(DeviceModel::fullName)
                .findFirst()
                .orElse(number);
    }
}
