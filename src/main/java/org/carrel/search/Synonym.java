package org.carrel.search;

import java.io.Serializable;

/**
 * Two ways to say one thing.
 *
 * @param said as readers type it
 * @param means as the catalog calls it
 */
public record Synonym(String said, String means, Sense sense) implements Serializable {
    /** How the two belong together. */
    public enum Sense {
        /** The same: each finds the other. */
        SAME,
        /** {@code means} is wider: puppies are dogs. One way, and with less weight. */
        WIDER
    }
}
