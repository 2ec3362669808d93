package org.carrel.devices;

import java.io.Serializable;

/** What came of taking an export back. */
public sealed interface MdmUndone extends Serializable {
    /** It is taken back. @param kept devices that were edited or lent since and stay */
    record Undone(int kept) implements MdmUndone {}

    /** A later one of the same management has to be taken back first. */
    record NotLast(long later) implements MdmUndone {}

    /** There is no such run, or it was never committed. */
    record NotCommitted() implements MdmUndone {}
}
