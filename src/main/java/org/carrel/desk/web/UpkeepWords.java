package org.carrel.desk.web;

import org.carrel.devices.UpkeepPlan;
import org.carrel.devices.UpkeepTask;

/** What is done again and again, in the words of the staff pages. */
final class UpkeepWords {
    private final StaffWords words;

    UpkeepWords(StaffWords words) {
        this.words = words;
    }

    /** When it is due. */
    String due(UpkeepTask task) {
        if (task.hoursOver().isPresent()) return hours(task.hoursOver().getAsInt());
        var day = new DeviceWords(words).day(task.due());
        return task.late() > 0 ? words.text("upkeep.late", task.late(), day) : day;
    }

    private String hours(int over) {
        return over >= 0 ? words.text("upkeep.hoursOver", over) : words.text("upkeep.hoursLeft", -over);
    }

    String last(UpkeepTask task) {
        return task.lastDone().isEmpty() ? words.text("upkeep.never") : new DeviceWords(words).day(task.lastDone());
    }

    String often(UpkeepPlan plan) {
        if (plan.everyHours().isPresent())
            return words.text("upkeepPlan.often.hours", plan.everyHours().getAsInt());
        var days = plan.everyDays().orElse(0);
        return words.text(plan.schoolDays() ? "upkeepPlan.often.schoolDays" : "upkeepPlan.often.days", days);
    }
}
