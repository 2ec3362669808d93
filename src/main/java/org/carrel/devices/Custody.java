package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a device is. Derived from loans and the like whenever somebody asks, never stored and never typed. */
public sealed interface Custody extends Serializable {
    Kind kind();

    /** At home. */
    record InStock(String site, String room) implements Custody {
        @Override
        public Kind kind() {
            return Kind.IN_STOCK;
        }
    }

    /** Somebody has borrowed it. @param due empty for no due date @param lost whether it counts as lost, or is claimed to be back */
    record OnLoan(Optional<Instant> due, boolean lost) implements Custody {
        @Override
        public Kind kind() {
            return Kind.ON_LOAN;
        }
    }

    /** Somebody has it for the year. */
    record Assigned(long assignment) implements Custody {
        @Override
        public Kind kind() {
            return Kind.ASSIGNED;
        }
    }

    /**
     * Gone with its cart or its kit, which somebody has.
     *
     * @param due of the loan of the cart; empty for none, and for what did not come back with it
     * @param owed the cart is back without it
     */
    record WithContainer(long container, String slot, Optional<Instant> due, boolean owed) implements Custody {
        @Override
        public Kind kind() {
            return Kind.WITH_CONTAINER;
        }
    }

    /** In its slot of a cart, or in its kit. */
    record InContainer(long container, String slot) implements Custody {
        @Override
        public Kind kind() {
            return Kind.IN_CONTAINER;
        }
    }

    /** With who mends it. @param ticket empty when nobody has opened one */
    record AtRepair(OptionalLong ticket) implements Custody {
        @Override
        public Kind kind() {
            return Kind.AT_REPAIR;
        }
    }

    /** On its way to another site. @param to what people call that site */
    record InTransit(String to) implements Custody {
        @Override
        public Kind kind() {
            return Kind.IN_TRANSIT;
        }
    }

    /** Not ours any more, or nobody knows where. */
    record Gone(DeviceCondition why) implements Custody {
        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    /** By which lists are filtered. */
    enum Kind {
        IN_STOCK,
        ON_LOAN,
        WITH_CONTAINER,
        ASSIGNED,
        IN_CONTAINER,
        AT_REPAIR,
        IN_TRANSIT,
        GONE
    }
}
