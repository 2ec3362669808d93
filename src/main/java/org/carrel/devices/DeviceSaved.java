package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/** What came of saving a device. */
public sealed interface DeviceSaved extends Serializable {
    /** It is saved. */
    record Saved(long id) implements DeviceSaved {}

    /** Nothing was saved: this has to be mended. */
    record Wrong(List<DeviceProblem> problems) implements DeviceSaved {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was saved: somebody else changed the device meanwhile, or there is no such device. */
    record Stale() implements DeviceSaved {}
}
