package org.carrel.patrons;

import java.io.Serializable;

/**
 * From where on a roster is stopped.
 *
 * @param leavingPercent of the active students, or of the rest, may leave at once
 * @param changedPercent of the people may change at once
 * @param few so many people are never too many: a small school has its comings and goings
 * @param missingDays after so many days, who is missing becomes inactive
 */
public record RosterLimits(int leavingPercent, int changedPercent, int few, int missingDays) implements Serializable {
    public static final RosterLimits USUAL = new RosterLimits(10, 75, 5, 7);
}
