package org.carrel.devices;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a device. A field that people here change is theirs from then on: imports leave it alone. */
public enum DeviceField {
    TAG(64),
    SERIAL(64),
    MODEL(20),
    /** The code of a site. */
    SITE(64),
    ROOM(100),
    /** Day. */
    ACQUIRED(10),
    PRICE(12),
    VENDOR(100),
    /** Which money paid for it. */
    FUND(100),
    ORDER_NUMBER(100),
    /** Last day. */
    WARRANTY_ENDS(10),
    /** Last day on which the maker sends updates, when it is not the model's. */
    SUPPORT_ENDS(10),
    NOTE(2_000);

    private final int longest;

    DeviceField(int longest) {
        this.longest = longest;
    }

    /** In characters. */
    public int longest() {
        return longest;
    }

    /** As the database keeps several: names with commas between. */
    public static String list(Set<DeviceField> fields) {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** The reverse of {@link #list}; throws for what is no field. */
    public static Set<DeviceField> parse(String list) {
        var fields = EnumSet.noneOf(DeviceField.class);
        if (!list.isEmpty()) for (var name : list.split(",")) fields.add(valueOf(name.toUpperCase(Locale.ROOT)));
        return fields;
    }
}
