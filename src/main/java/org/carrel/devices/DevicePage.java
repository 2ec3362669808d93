package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/**
 * A page of a list of devices.
 *
 * @param page from 1
 * @param total rows on all pages together
 */
public record DevicePage(List<Device> rows, int page, int size, long total) implements Serializable {
    public DevicePage {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
