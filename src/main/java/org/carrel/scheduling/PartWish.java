package org.carrel.scheduling;

import java.io.Serializable;

/**
 * One thing that a session needs.
 *
 * @param resource number of it
 * @param quantity people in a place, devices of a cart, otherwise 1; at least 1
 * @param alone nobody else is to be there at the same time
 */
public record PartWish(long resource, int quantity, boolean alone) implements Serializable {
    public PartWish {
        if (quantity < 1) throw new IllegalArgumentException("So many: " + quantity);
    }
}
