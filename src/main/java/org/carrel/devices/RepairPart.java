package org.carrel.devices;

import java.io.Serializable;

/**
 * A kind of spare part, and how many of it there are at a site.
 *
 * @param priceCents of one
 */
public record RepairPart(int typeId, String name, int priceCents, String siteCode, String siteName, int quantity)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_NAME = 100;

    /** Nobody has more of a thing. */
    public static final int MOST = 100_000;

    /** What a ticket has used. @param priceCents of one, at that time */
    public record Used(int typeId, String name, int quantity, int priceCents) implements Serializable {}
}
