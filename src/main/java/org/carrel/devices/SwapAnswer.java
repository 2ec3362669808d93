package org.carrel.devices;

import java.io.Serializable;
import java.util.OptionalLong;
import org.carrel.circulation.DeskAnswer;

/**
 * What came of a swap.
 *
 * @param answer of the desk; refused, and unknown where something has happened meanwhile: then nothing was done
 * @param ticket empty when nothing was done
 */
public record SwapAnswer(DeskAnswer answer, OptionalLong ticket) implements Serializable {
    public boolean isDone() {
        return switch (answer.act()) {
            case SWAPPED, SWAPPED_BACK, UNDONE -> true;
            default -> false;
        };
    }
}
