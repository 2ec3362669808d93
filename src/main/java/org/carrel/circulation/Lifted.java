package org.carrel.circulation;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody at the desk lends in spite of.
 *
 * @param reason kept with the loan; empty where only a yes is asked for
 */
public record Lifted(Set<LoanBlock> blocks, String reason) implements Serializable {
    public static final Lifted NOTHING = new Lifted(Set.of(), "");

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    public Lifted {
        blocks = Set.copyOf(blocks);
        reason = reason.strip();
    }

    /** Those of the blocks that this does not lift. @param mayOverride the role has overrides */
    public Set<LoanBlock> leaves(Set<LoanBlock> found, boolean mayOverride) {
        var left = EnumSet.noneOf(LoanBlock.class);
        for (var block : found) if (!lifts(block, mayOverride)) left.add(block);
        return left;
    }

    private boolean lifts(LoanBlock block, boolean mayOverride) {
        if (!blocks.contains(block)) return false;
        return switch (block.lifting()) {
            case NEVER -> false;
            case CONFIRMED -> true;
            case WITH_REASON -> mayOverride && !reason.isEmpty();
        };
    }
}
