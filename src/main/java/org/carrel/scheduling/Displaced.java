package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;

/** What came of tests that push out sessions. */
public sealed interface Displaced extends Serializable {
    /** @param tests in the order of the wishes @param out what was pushed out */
    record Taken(List<ClassSession> tests, List<ClassSession> out) implements Displaced {
        public Taken {
            tests = List.copyOf(tests);
            out = List.copyOf(out);
        }
    }

    /** Nothing was done: it cannot be had, or other sessions would go than who asks has seen. */
    record NotTaken() implements Displaced {}

    /** What came of giving it back. @param restored have again what they had @param left others have it now, or it is past */
    record GivenBack(List<ClassSession> restored, List<ClassSession> left) implements Serializable {
        public GivenBack {
            restored = List.copyOf(restored);
            left = List.copyOf(left);
        }
    }
}
