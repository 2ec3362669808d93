package org.carrel.kiosk.web.parts;

import java.util.List;

/** Lists that come out of expressions. */
final class Parts {
    private Parts() {}

    /** Throws {@link ClassCastException} for a list of something else. */
    static <T> List<T> of(List<?> list, Class<T> type) {
        return list.stream().map(type::cast).toList();
    }
}
