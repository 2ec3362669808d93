package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What a person was charged, and what became of it. @param lines the newest first */
public record AccountStatement(long patron, List<Line> lines, Owed owed) implements Serializable {
    public AccountStatement {
        lines = List.copyOf(lines);
    }

    /** @param copy what it is for; empty when it is for no loan, or the loan is forgotten */
    public record Line(ChargeLine charge, Optional<LentCopy> copy) implements Serializable {}
}
