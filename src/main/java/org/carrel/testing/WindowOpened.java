package org.carrel.testing;

import java.io.Serializable;

/** What came of opening a window. */
public sealed interface WindowOpened extends Serializable {
    /** @param out how many sessions were pushed out */
    record Opened(long window, int out) implements WindowOpened {}

    /** Nothing was done. @param plan as it is now: other sessions may be in the way than a moment ago */
    record NotOpened(WindowPlan plan) implements WindowOpened {}
}
