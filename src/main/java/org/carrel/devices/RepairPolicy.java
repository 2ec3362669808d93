package org.carrel.devices;

import java.io.Serializable;
import java.util.OptionalInt;

/**
 * What a school has decided about repairs.
 *
 * @param high open hours within which a ticket is to be closed; {@code normal} and {@code low} likewise
 * @param laborRate cents an hour
 * @param insuredPercent of the cost, that a family with insurance pays
 * @param uninsuredPercent the same without
 * @param cap in cents, that nobody pays more than; empty: the price of the device
 * @param freeClaims so many claims of a person within a year cost nothing with insurance
 * @param insuredClaims so many the insurance pays for at all
 * @param districtMail to whom work orders go; empty: to nobody by mail
 * @param patternCount the same fault so many times on one model, within {@code patternDays}, is worth a look
 */
public record RepairPolicy(
        int high,
        int normal,
        int low,
        int laborRate,
        int insuredPercent,
        int uninsuredPercent,
        OptionalInt cap,
        int freeClaims,
        int insuredClaims,
        boolean insuredByDefault,
        String districtMail,
        int patternCount,
        int patternDays,
        int version)
        implements Serializable {
    /** Of a site that has decided nothing. */
    public static final RepairPolicy STANDARD =
            new RepairPolicy(7, 35, 105, 0, 20, 100, OptionalInt.of(10_000), 0, 2, false, "", 3, 60, 0);

    public int hours(RepairPriority priority) {
        return switch (priority) {
            case HIGH -> high;
            case NORMAL -> normal;
            case LOW -> low;
        };
    }
}
