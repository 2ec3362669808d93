package org.carrel.devices.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;

/** What a device is that only an export tells of so far. */
public final class MdmNewDevices {
    private static final List<Map.Entry<String, DeviceCategory>> WORDS = List.of(
            Map.entry("chromebox", DeviceCategory.OTHER),
            Map.entry("chromebook", DeviceCategory.CHROMEBOOK),
            Map.entry("ipad", DeviceCategory.TABLET),
            Map.entry("tablet", DeviceCategory.TABLET),
            Map.entry(" tab ", DeviceCategory.TABLET),
            Map.entry("hotspot", DeviceCategory.HOTSPOT),
            Map.entry("camera", DeviceCategory.CAMERA),
            Map.entry("projector", DeviceCategory.PROJECTOR),
            Map.entry("laptop", DeviceCategory.LAPTOP),
            Map.entry("macbook", DeviceCategory.LAPTOP),
            Map.entry("thinkpad", DeviceCategory.LAPTOP));

    private MdmNewDevices() {}

    /** The word in the name of the model that says it, else what the system runs on. */
    public static DeviceCategory category(MdmForm form, MdmRow row) {
        var model = " " + row.get(MdmField.MODEL).toLowerCase(Locale.ROOT) + " ";
        return WORDS.stream()
                .filter(word -> model.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> category(form, row.get(MdmField.SYSTEM)));
    }

    private static DeviceCategory category(MdmForm form, String system) {
        return switch (form) {
            case GOOGLE_CONSOLE, GAM -> DeviceCategory.CHROMEBOOK;
            case JAMF -> DeviceCategory.TABLET;
            case INTUNE ->
                switch (system.toLowerCase(Locale.ROOT)) {
                    case "windows", "macos", "linux" -> DeviceCategory.LAPTOP;
                    case "android", "ios", "ios/ipados", "ipados" -> DeviceCategory.TABLET;
                    default -> DeviceCategory.OTHER;
                };
            case LIST -> DeviceCategory.OTHER;
        };
    }

    /** Ready, unless the console itself has doubts; from then on people say. */
    public static DeviceCondition condition(MdmRow row) {
        return switch (MdmStatuses.of(row.get(MdmField.STATUS))) {
            case ACTIVE -> DeviceCondition.READY;
            case NOT_YET -> DeviceCondition.PRE_RECEIPT;
            case DISABLED, LOST, GONE -> DeviceCondition.NEEDS_CHECK;
        };
    }
}
