package org.carrel.patrons;

import java.io.Serializable;

/** What came of taking a roster back. */
public sealed interface RosterUndone extends Serializable {
    /** It is taken back. @param kept people who were edited since and are left as they are */
    record Undone(int kept) implements RosterUndone {}

    /** Nothing was done: a later roster of the same source has to be taken back first. */
    record NotLast(long later) implements RosterUndone {}

    /** Nothing was done: there is no such run, or it is not committed. */
    record NotCommitted() implements RosterUndone {}
}
