package org.carrel.shelfwork;

import java.io.Serializable;

/**
 * A copy in an inventory.
 *
 * @param expected whether it belongs to what was looked through
 * @param settled whether somebody set it right from the inventory, or marked it as missing
 * @param foundSince it was marked as missing, and is so no longer
 */
public record ShelfLine(ShelfCopy copy, ShelfOutcome outcome, boolean expected, boolean settled, boolean foundSince)
        implements Serializable {}
