package org.carrel.desk.web;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.carrel.devices.Accessory;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.ModelFacts;
import org.carrel.devices.ModelSaved;

/**
 * A model as a form has it.
 *
 * @param id 0 for a new one
 * @param price as typed; {@code supportEnds} likewise
 * @param accessories how many of each, as typed, by the number of the accessory
 */
record DeviceModelForm(
        int id,
        int version,
        String manufacturer,
        String name,
        DeviceCategory category,
        String itemType,
        String price,
        String supportEnds,
        String note,
        Map<Integer, String> accessories,
        Set<Wrong> wrong,
        Set<ModelSaved.Problem> problems,
        boolean stale) {
    /** Request attribute: one that is shown again. */
    static final String SENT = "org.carrel.desk.modelSent";

    private static final int MOST_ACCESSORIES = 99;

    /** What cannot be read. */
    enum Wrong {
        PRICE,
        DAY,
        ACCESSORIES
    }

    static DeviceModelForm empty() {
        return new DeviceModelForm(
                0, 0, "", "", DeviceCategory.CHROMEBOOK, "", "", "", "", Map.of(), Set.of(), Set.of(), false);
    }

    static DeviceModelForm of(DeviceModel model) {
        var accessories = new HashMap<Integer, String>();
        for (var one : model.accessories()) accessories.put(one.typeId(), String.valueOf(one.quantity()));
        return new DeviceModelForm(
                model.id(),
                model.version(),
                model.manufacturer(),
                model.name(),
                model.category(),
                model.itemType(),
                DeviceWords.typed(model.price()),
                model.supportEnds().map(Object::toString).orElse(""),
                model.note(),
                accessories,
                Set.of(),
                Set.of(),
                false);
    }

    static DeviceModelForm typed(FormTexts texts, Iterable<Accessory.Type> types) {
        var wrong = EnumSet.noneOf(Wrong.class);
        var price = texts.get("price").strip();
        if (!DeviceWords.isMoney(price)) wrong.add(Wrong.PRICE);
        var ends = texts.get("support").strip();
        if (!ends.isEmpty() && PersonButtons.day(ends).isEmpty()) wrong.add(Wrong.DAY);
        var accessories = new HashMap<Integer, String>();
        for (var type : types) {
            var count = texts.get("accessory-" + type.id()).strip();
            if (count.isEmpty() || count.equals("0")) continue;
            accessories.put(type.id(), count);
            var number = FormTexts.integer(count);
            if (number < 1 || number > MOST_ACCESSORIES) wrong.add(Wrong.ACCESSORIES);
        }
        return new DeviceModelForm(
                Math.max(0, FormTexts.integer(texts.get("id"))),
                Math.max(0, FormTexts.integer(texts.get("version"))),
                texts.get("manufacturer"),
                texts.get("name"),
                texts.oneOf("category", DeviceCategory.OTHER),
                texts.get("itemType"),
                price,
                ends,
                texts.get("note").replace("\r\n", "\n"),
                accessories,
                wrong,
                Set.of(),
                false);
    }

    ModelFacts facts() {
        var numbers = new HashMap<Integer, Integer>();
        accessories.forEach((type, count) -> numbers.put(type, FormTexts.integer(count)));
        return new ModelFacts(
                manufacturer,
                name,
                category,
                itemType,
                price.isEmpty() ? OptionalInt.empty() : DeviceWords.cents(price),
                supportEnds.isEmpty() ? Optional.empty() : PersonButtons.day(supportEnds),
                note,
                numbers);
    }

    DeviceModelForm answered(ModelSaved saved) {
        return new DeviceModelForm(
                id,
                version,
                manufacturer,
                name,
                category,
                itemType,
                price,
                supportEnds,
                note,
                accessories,
                wrong,
                saved instanceof ModelSaved.Wrong refused ? refused.problems() : Set.of(),
                saved instanceof ModelSaved.Stale);
    }
}
