package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.LoanBlock;

/** What the state of a copy says against lending it. */
public final class CopyBlocks {
    private CopyBlocks() {}

    public static List<Blocked> of(ItemForLoan item) {
        var blocks = new ArrayList<Blocked>();
        item.withdrawn().ifPresent(day -> blocks.add(Blocked.of(LoanBlock.WITHDRAWN, day)));
        if (!item.lendable()) blocks.add(Blocked.of(LoanBlock.NOT_LENDABLE));
        switch (item.condition()) {
            case GOOD, WORN -> {}
            case DAMAGED -> blocks.add(Blocked.of(LoanBlock.COPY_DAMAGED));
            case IN_REPAIR -> blocks.add(Blocked.of(LoanBlock.COPY_IN_REPAIR));
            case LOST -> blocks.add(Blocked.of(LoanBlock.COPY_LOST));
            case MISSING -> blocks.add(Blocked.of(LoanBlock.COPY_MISSING));
        }
        return blocks;
    }
}
