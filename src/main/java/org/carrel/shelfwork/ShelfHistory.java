package org.carrel.shelfwork;

import java.io.Serializable;

/**
 * An inventory in the list of all.
 *
 * @param scanned copies, those that nobody knows left out
 * @param missing those that nobody saw; 0 while it is open
 * @param wrong those that stood wrong or were not what our records say; 0 while it is open
 */
public record ShelfHistory(ShelfInventory inventory, int scanned, int missing, int wrong) implements Serializable {}
