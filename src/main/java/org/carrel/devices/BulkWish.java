package org.carrel.devices;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A change of many devices at once.
 *
 * @param scans tags or serials, one each
 * @param value the new room, source of money, number of the model, or name of the condition
 * @param reason for conditions that need one
 */
public record BulkWish(List<String> scans, Field field, String value, String reason) {
    /** So many at once; more are refused. */
    public static final int MOST = 500;

    public BulkWish {
        scans = List.copyOf(scans);
    }

    /** Tags as they were scanned or pasted: one a line, or with commas, semicolons or tabs between. Twice is twice. */
    public static List<String> scans(String pasted) {
        return Pattern.compile("[\\r\\n\\t,;]+")
                .splitAsStream(pasted)
                .map(String::strip)
                .filter(scan -> !scan.isEmpty())
                .toList();
    }

    /** What is changed. */
    public enum Field {
        ROOM,
        FUND,
        MODEL,
        CONDITION
    }
}
