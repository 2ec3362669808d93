package org.carrel.privacy;

import java.time.Instant;
import java.util.function.ToIntFunction;

/** Lets go of one kind of data after its time. Each feature that keeps some has a bean of this type. */
public interface Retained {
    KeptData kind();

    /** Lets go of what is from before that time; nothing is left to do when it is called again. How many rows or files. */
    int forget(Instant before);

    static Retained of(KeptData kind, ToIntFunction<Instant> forget) {
        return new Retained() {
            @Override
            public KeptData kind() {
                return kind;
            }

            @Override
            public int forget(Instant before) {
                return forget.applyAsInt(before);
            }
        };
    }
}
