package org.carrel.devices.rules;

import java.util.EnumSet;
import java.util.Set;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceSearch;

/**
 * In which conditions, and where, a search wants devices. What it asks for besides is of no account here.
 *
 * @param conditions all of them where it does not matter, as {@code places}
 */
public record Wanted(Set<DeviceCondition> conditions, Set<Custody.Kind> places) {
    public Wanted {
        conditions = Set.copyOf(conditions);
        places = Set.copyOf(places);
    }

    public static Wanted of(DeviceSearch wish) {
        var conditions = EnumSet.allOf(DeviceCondition.class);
        var places = EnumSet.allOf(Custody.Kind.class);
        wish.condition().ifPresent(one -> conditions.retainAll(Set.of(one)));
        wish.custody().ifPresent(one -> places.retainAll(Set.of(one)));
        if (wish.ours() && !asksForGone(wish)) conditions.removeIf(DeviceCondition::isGone);
        wish.look().ifPresent(look -> {
            switch (look) {
                case REPAIR_WEEK, REPAIR_MONTH, REPAIR_LONGER -> places.retainAll(Set.of(Custody.Kind.AT_REPAIR));
                case LOANER_LEFT -> {
                    conditions.retainAll(Set.of(DeviceCondition.READY));
                    places.retainAll(Set.of(Custody.Kind.IN_STOCK));
                }
                case DUE_TODAY, OVERDUE, CART_SHORT -> {
                    // Wherever it is, and whatever it is like.
                }
            }
        });
        return new Wanted(conditions, places);
    }

    private static boolean asksForGone(DeviceSearch wish) {
        return wish.condition().filter(DeviceCondition::isGone).isPresent()
                || wish.custody()
                        .filter(custody -> custody == Custody.Kind.GONE)
                        .isPresent();
    }

    public boolean has(DeviceCondition condition, Custody.Kind place) {
        return conditions.contains(condition) && places.contains(place);
    }
}
