package org.carrel.devices.rules;

import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.SlotsChanged.Why;

/** A cart may hold kits, and that is as deep as it goes; nothing is inside itself (rule Q5). */
public final class Nesting {
    private Nesting() {}

    /**
     * @param holder the cart or kit
     * @param within what the holder has a slot in
     * @param isContainer whether the child is a cart or kit itself
     * @param holdsContainers whether the child holds carts or kits
     */
    public record Facts(long holder, OptionalLong within, long child, boolean isContainer, boolean holdsContainers) {}

    /** Why the child may get no slot there; empty: it may. */
    public static Optional<Why> refused(Facts facts) {
        if (facts.child() == facts.holder()) return Optional.of(Why.ITSELF);
        if (!facts.isContainer()) return Optional.empty();
        if (facts.within().isPresent() && facts.within().getAsLong() == facts.child()) return Optional.of(Why.CIRCLE);
        return facts.within().isPresent() || facts.holdsContainers() ? Optional.of(Why.TOO_DEEP) : Optional.empty();
    }
}
