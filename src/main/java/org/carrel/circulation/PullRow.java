package org.carrel.circulation;

import java.io.Serializable;

/**
 * A copy to fetch from its shelf.
 *
 * @param pickUp name of the site where it is picked up
 * @param elsewhere that is another site than the copy's
 */
public record PullRow(HoldCopyFacts copy, long hold, String pickUp, boolean elsewhere) implements Serializable {}
