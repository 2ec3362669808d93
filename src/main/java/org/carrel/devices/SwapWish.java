package org.carrel.devices;

import java.util.UUID;
import org.carrel.circulation.Lifted;

/**
 * A swap as it is to happen.
 *
 * @param site code of the desk's
 * @param broken number of the device that is broken, or was
 * @param loaner number of the other
 * @param fault what is broken; of a swap back it says nothing
 */
public record SwapWish(
        UUID request, String site, long broken, long loaner, Fault fault, String description, Lifted lifted) {}
