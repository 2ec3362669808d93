package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one cart or kit.
 *
 * @param inside the cart that the kit itself has a slot in; empty for none
 * @param out while somebody has it, or until it is known what came back
 * @param round the one that is open
 */
public record CartPage(
        Device cart,
        Optional<CartSlot> inside,
        List<CartSlot> slots,
        List<KitPart> parts,
        Optional<CartOut> out,
        Optional<CartRound> round,
        List<OwedThing> owed)
        implements Serializable {
    public CartPage {
        slots = List.copyOf(slots);
        parts = List.copyOf(parts);
        owed = List.copyOf(owed);
    }

    public List<CartSlot> in(CartSlot.Fate fate) {
        return slots.stream().filter(slot -> slot.fate() == fate).toList();
    }

    /** Whether it holds tagged devices, or only parts. */
    public boolean isOfParts() {
        return slots.isEmpty() && !parts.isEmpty();
    }
}
