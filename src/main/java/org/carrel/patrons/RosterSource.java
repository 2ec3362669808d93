package org.carrel.patrons;

import java.io.Serializable;
import java.util.Optional;

/**
 * Where rosters come from.
 *
 * @param mapping of its plain lists; empty when none was kept
 */
public record RosterSource(int id, String name, Optional<RosterMapping> mapping) implements Serializable {
    /** Longest name, in characters. */
    public static final int MAX_NAME = 100;

    /** Of a school that has only one. */
    public static final String USUAL = "SIS";
}
