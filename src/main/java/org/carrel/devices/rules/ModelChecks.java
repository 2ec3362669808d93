package org.carrel.devices.rules;

import java.util.EnumSet;
import java.util.Set;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.ModelFacts;
import org.carrel.devices.ModelSaved.Problem;

/** What can be said of a model without asking what there is. */
public final class ModelChecks {
    private static final int LONGEST_TYPE = 64;

    private ModelChecks() {}

    /** Without blanks around the texts, and with the item type of its category where none was chosen. */
    public static ModelFacts cleaned(ModelFacts typed) {
        var type = typed.itemType().strip();
        return new ModelFacts(
                Serials.shown(typed.manufacturer()),
                Serials.shown(typed.name()),
                typed.category(),
                type.isEmpty() ? typed.category().itemType() : type,
                typed.price(),
                typed.supportEnds(),
                typed.note().strip(),
                typed.accessories());
    }

    public static Set<Problem> problems(ModelFacts facts) {
        var problems = EnumSet.noneOf(Problem.class);
        if (facts.name().isEmpty()) problems.add(Problem.NAME_MISSING);
        if (facts.name().length() > DeviceModel.LONGEST_NAME) problems.add(Problem.NAME_TOO_LONG);
        if (facts.manufacturer().length() > DeviceModel.LONGEST_MANUFACTURER)
            problems.add(Problem.MANUFACTURER_TOO_LONG);
        if (facts.note().length() > DeviceModel.LONGEST_NOTE) problems.add(Problem.NOTE_TOO_LONG);
        if (facts.itemType().length() > LONGEST_TYPE) problems.add(Problem.ITEM_TYPE_TOO_LONG);
        return problems;
    }
}
