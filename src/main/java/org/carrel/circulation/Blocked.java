package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;

/** A block with the facts that its sentence needs, as text in the order of the sentence's places. */
public record Blocked(LoanBlock block, List<String> facts) implements Serializable {
    public Blocked {
        facts = List.copyOf(facts);
    }

    public static Blocked of(LoanBlock block, Object... facts) {
        return new Blocked(block, List.of(facts).stream().map(String::valueOf).toList());
    }
}
