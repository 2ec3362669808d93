package org.carrel.school;

import java.io.Serializable;

/**
 * A closure as somebody typed it, sensible or not.
 *
 * @param last empty for a single day
 * @param hours empty for closed
 */
public record ClosureDraft(String first, String last, String reasonEn, String reasonEs, String hours)
        implements Serializable {
    public static final ClosureDraft EMPTY = new ClosureDraft("", "", "", "", "");

    public ClosureDraft {
        first = first.strip();
        last = last.strip();
        reasonEn = reasonEn.strip();
        reasonEs = reasonEs.strip();
        hours = hours.strip();
    }
}
