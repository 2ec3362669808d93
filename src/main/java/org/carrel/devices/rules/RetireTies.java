package org.carrel.devices.rules;

/**
 * What still hangs on a device that is to be retired (V3).
 *
 * @param ticket whether a ticket is open
 * @param owed whether somebody still owes for a loan of it
 * @param enrolled whether a console still has it as in use: it was not deprovisioned
 */
public record RetireTies(boolean ticket, boolean owed, boolean enrolled) {
    public static final RetireTies NONE = new RetireTies(false, false, false);
}
