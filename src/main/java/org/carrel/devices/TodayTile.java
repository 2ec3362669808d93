package org.carrel.devices;

import java.util.Optional;
import org.carrel.devices.DeviceSearch.Look;
import org.carrel.devices.DeviceSearch.Support;

/** A number on the technician's page of the day that is a list of the inventory: it counts just what the list shows. */
public enum TodayTile {
    OUT(all().in(Custody.Kind.ON_LOAN)),
    DUE_TODAY(all().looking(Look.DUE_TODAY)),
    OVERDUE(all().looking(Look.OVERDUE)),
    LOANER_LEFT(all().looking(Look.LOANER_LEFT)),
    AT_REPAIR(all().in(Custody.Kind.AT_REPAIR)),
    REPAIR_WEEK(all().looking(Look.REPAIR_WEEK)),
    REPAIR_MONTH(all().looking(Look.REPAIR_MONTH)),
    REPAIR_LONGER(all().looking(Look.REPAIR_LONGER)),
    CART_SHORT(all().looking(Look.CART_SHORT)),
    MISSING(all().in(DeviceCondition.MISSING)),
    NEEDS_CHECK(all().in(DeviceCondition.NEEDS_CHECK)),
    SUPPORT_SOON(all().with(Support.ENDS_WITHIN_A_YEAR)),
    SUPPORT_ENDED(all().with(Support.ENDED)),
    IN_STOCK(all().in(Custody.Kind.IN_STOCK)),
    ASSIGNED(all().in(Custody.Kind.ASSIGNED)),
    IN_CONTAINER(all().in(Custody.Kind.IN_CONTAINER)),
    IN_TRANSIT(all().in(Custody.Kind.IN_TRANSIT));

    private final DeviceSearch search;

    TodayTile(DeviceSearch search) {
        this.search = search;
    }

    private static DeviceSearch all() {
        return DeviceSearch.words("");
    }

    /** What the list asks for. @param site code; empty for all */
    public DeviceSearch search(Optional<String> site) {
        return site.map(search::at).orElse(search);
    }
}
