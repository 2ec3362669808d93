package org.carrel.lists.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of what stands on a list. Pure. */
public final class ListOrder {
    private ListOrder() {}

    /** The same with one moved by one place; as it was where there is no such place, or no such one. @param by -1 or 1 */
    public static List<Long> moved(List<Long> order, long one, int by) {
        var from = order.indexOf(one);
        var to = from + by;
        if (from < 0 || to < 0 || to >= order.size()) return order;
        var changed = new ArrayList<>(order);
        Collections.swap(changed, from, to);
        return List.copyOf(changed);
    }
}
