package org.carrel.devices;

import java.io.Serializable;

/**
 * How long a device of a category is of use, and what it is worth then.
 *
 * @param lifeMonths from the day of purchase
 * @param residualPercent of the price
 */
public record DepreciationRule(DeviceCategory category, int lifeMonths, int residualPercent, int version)
        implements Serializable {
    public static final int MOST_MONTHS = 600;
    public static final int ALL = 100;

    public boolean isPossible() {
        return lifeMonths >= 1 && lifeMonths <= MOST_MONTHS && residualPercent >= 0 && residualPercent <= ALL;
    }
}
