package org.carrel.security;

import java.util.Optional;

/** Knows whose card it is. The feature that has the people makes one a bean. */
public interface CardHolders {
    /** By a card that is good, of somebody who may borrow. */
    Optional<CardHolder> byCard(String typed);

    /** By the person's number. */
    Optional<CardHolder> byPatron(long patron);
}
