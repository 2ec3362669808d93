package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a copy stands, as printed on its spine: prefix (REF, SP), class (FIC, 599.5, PZ7), cutter (ROW), suffix (v. 2).
 * Parts are as the record has them, trimmed; any may be empty.
 */
public record CallNumber(String prefix, String classNumber, String cutter, String suffix) implements Serializable {
    public static final CallNumber NONE = new CallNumber("", "", "", "");

    /** The label in one line. */
    public String text() {
        return List.of(prefix, classNumber, cutter, suffix).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
