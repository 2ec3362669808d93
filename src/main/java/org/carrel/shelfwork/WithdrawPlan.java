package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What withdrawing would do, or has done. @param rows in the order of the shelf */
public record WithdrawPlan(List<Row> rows) implements Serializable {
    public WithdrawPlan {
        rows = List.copyOf(rows);
    }

    /** @param refusal empty: it can be withdrawn */
    public record Row(ShelfCopy copy, Optional<WithdrawRefusal> refusal) implements Serializable {}

    /** How many can be withdrawn. */
    public int possible() {
        return (int) rows.stream().filter(row -> row.refusal().isEmpty()).count();
    }
}
