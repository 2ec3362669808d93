package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/** A page of tasks. @param page from 1 @param total on all pages together */
public record UpkeepPage(List<UpkeepTask> rows, int page, int size, long total) implements Serializable {
    public UpkeepPage {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
