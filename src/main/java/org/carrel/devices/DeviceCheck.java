package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.carrel.devices.store.DeviceCheckStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Checks that what is promised of devices holds in the database as it is (rules Q1, Q3, Q5, V1, V3, V4 and V6). Reads only. */
@Door
public class DeviceCheck {
    private final Database database;
    private final DeviceCheckStore store = new DeviceCheckStore();

    @Inject
    public DeviceCheck(Database database) {
        this.database = database;
    }

    /** Tells every broken promise as a sentence in English: what is wrong, by which number it is known, and what to do. */
    public void run(Consumer<String> problem) {
        database.read(store::findBroken).forEach(problem);
    }
}
