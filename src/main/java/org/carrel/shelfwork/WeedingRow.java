package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;

/** A copy to look at. @param rules those that name it, never empty */
public record WeedingRow(WeedingCopy copy, List<WeedingRule> rules) implements Serializable {
    public WeedingRow {
        rules = List.copyOf(rules);
    }
}
