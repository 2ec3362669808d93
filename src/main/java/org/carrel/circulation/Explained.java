package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;

/** One reason of an amount. @param details numbers and amounts of the sentence, never a name or a title */
public record Explained(ChargeWhy why, List<String> details) implements Serializable {
    public Explained {
        details = List.copyOf(details);
    }

    public static Explained of(ChargeWhy why, String... details) {
        return new Explained(why, List.of(details));
    }
}
