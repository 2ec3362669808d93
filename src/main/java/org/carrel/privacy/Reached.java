package org.carrel.privacy;

import org.carrel.patrons.PatronErasure.Known;
import org.carrel.security.Caller;

/** Whose people are within reach of whom. */
final class Reached {
    private Reached() {}

    /** Of the own site; a person of no site is within reach of who reaches all of them. */
    static boolean by(Caller caller, Known person) {
        return person.site().map(caller::isOf).orElse(caller.site().isEmpty());
    }
}
