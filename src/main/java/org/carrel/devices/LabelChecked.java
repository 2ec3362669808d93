package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What a label and the serial of the thing that it sticks on say together (B72). */
public sealed interface LabelChecked extends Serializable {
    /** Both are of this device. */
    record Fits(Device device) implements LabelChecked {}

    /**
     * The label belongs to another device than the serial.
     *
     * @param labelled to which our records give the label
     * @param thing the device with the serial; empty: we know none
     */
    record Other(Device labelled, Optional<Device> thing) implements LabelChecked {}

    /** Nobody has the label: it can be put on the device with the serial. */
    record Free(Device thing) implements LabelChecked {}

    /** Neither is known: it is a new device. */
    record Unknown() implements LabelChecked {}

    /** Makers gave this serial to several devices. */
    record Several(List<Device> devices) implements LabelChecked {
        public Several {
            devices = List.copyOf(devices);
        }
    }

    /** Scan both. */
    record Missing() implements LabelChecked {}
}
