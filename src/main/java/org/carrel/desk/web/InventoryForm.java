package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceField;
import org.carrel.devices.DeviceProblem;
import org.carrel.devices.DevicePurchase;
import org.carrel.devices.DeviceSaved;

/**
 * A device as a form has it.
 *
 * @param texts what stands in each field, by its name
 * @param problems sentences
 * @param other the device that has the tag or the serial; empty when none has
 * @param stale somebody else changed it meanwhile
 */
record InventoryForm(
        long id,
        int version,
        Map<DeviceField, String> texts,
        Map<DeviceField, String> problems,
        OptionalLong other,
        boolean stale) {
    /** Request attribute: one that is shown again. */
    static final String SENT = "org.carrel.desk.inventorySent";

    static InventoryForm of(Device device) {
        var texts = new EnumMap<DeviceField, String>(DeviceField.class);
        var change = DeviceChange.of(device);
        for (var field : DeviceField.values()) texts.put(field, change.text(field));
        texts.put(DeviceField.PRICE, DeviceWords.typed(device.price()));
        return new InventoryForm(device.id(), device.version(), texts, Map.of(), OptionalLong.empty(), false);
    }

    static InventoryForm typed(long id, FormTexts form) {
        var texts = new EnumMap<DeviceField, String>(DeviceField.class);
        for (var field : DeviceField.values())
            texts.put(field, form.get(field.name()).strip().replace("\r\n", "\n"));
        var version = Math.max(0, FormTexts.integer(form.get("version")));
        return new InventoryForm(id, version, texts, Map.of(), OptionalLong.empty(), false);
    }

    String get(DeviceField field) {
        return texts.getOrDefault(field, "");
    }

    /** What is no day and no sum of money. */
    Map<DeviceField, String> unreadable(StaffWords words) {
        var found = new EnumMap<DeviceField, String>(DeviceField.class);
        for (var field :
                new DeviceField[] {DeviceField.ACQUIRED, DeviceField.WARRANTY_ENDS, DeviceField.SUPPORT_ENDS}) {
            if (!get(field).isEmpty() && day(field).isEmpty()) found.put(field, words.text("deviceProblem.NO_DAY"));
        }
        if (!DeviceWords.isMoney(get(DeviceField.PRICE)))
            found.put(DeviceField.PRICE, words.text("deviceProblem.NO_MONEY"));
        return found;
    }

    private Optional<LocalDate> day(DeviceField field) {
        return PersonButtons.day(get(field));
    }

    DeviceChange change() {
        var price = get(DeviceField.PRICE);
        return new DeviceChange(
                id,
                version,
                FormTexts.integer(get(DeviceField.MODEL)),
                get(DeviceField.TAG),
                get(DeviceField.SERIAL),
                get(DeviceField.SITE),
                get(DeviceField.ROOM),
                new DevicePurchase(
                        day(DeviceField.ACQUIRED),
                        price.isEmpty() ? OptionalInt.empty() : DeviceWords.cents(price),
                        get(DeviceField.VENDOR),
                        get(DeviceField.FUND),
                        get(DeviceField.ORDER_NUMBER),
                        day(DeviceField.WARRANTY_ENDS)),
                day(DeviceField.SUPPORT_ENDS),
                get(DeviceField.NOTE));
    }

    InventoryForm with(Map<DeviceField, String> sentences) {
        return new InventoryForm(id, version, texts, sentences, other, stale);
    }

    InventoryForm answered(DeviceSaved saved, DeviceWords words) {
        if (!(saved instanceof DeviceSaved.Wrong wrong))
            return new InventoryForm(id, version, texts, problems, other, saved instanceof DeviceSaved.Stale);
        var sentences = new EnumMap<DeviceField, String>(DeviceField.class);
        for (var problem : wrong.problems()) sentences.putIfAbsent(problem.field(), words.problem(problem));
        var known = wrong.problems().stream()
                .map(DeviceProblem::otherDevice)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        return new InventoryForm(id, version, texts, sentences, known, false);
    }
}
