package org.carrel.security;

import java.util.Optional;

/** Says to whom the things of one kind belong. The feature that has them makes one a bean. */
public interface Owners {
    Thing thing();

    /** Empty when there is no such thing. */
    Optional<Owner> ownerOf(long number);
}
