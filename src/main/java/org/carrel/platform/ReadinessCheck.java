package org.carrel.platform;

import java.util.function.BooleanSupplier;

/** A part without which the server should get no work. Each feature that has such a part makes a bean of this type. */
public interface ReadinessCheck {
    /** One word for whoever watches the server, e.g. {@code database}; tells nothing about our insides. */
    String name();

    /** Answers at once, or after a short time-out of its own; false rather than an exception. */
    boolean ok();

    static ReadinessCheck of(String name, BooleanSupplier check) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean ok() {
                return check.getAsBoolean();
            }
        };
    }
}
