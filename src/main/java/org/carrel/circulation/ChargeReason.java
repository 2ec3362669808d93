package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;

/** One reason of an amount. @param details numbers and amounts of the sentence, never a name or a title */
public record ChargeReason(ChargeWhy why, List<String> details) implements Serializable {
    public ChargeReason {
        details = List.copyOf(details);
    }

    public static ChargeReason of(ChargeWhy why, String... details) {
        return new ChargeReason(why, List.of(details));
    }
}
