package org.carrel.devices.rules;

import java.util.Locale;
import java.util.Map;
import org.carrel.devices.MdmStatus;

/** What the words of the consoles mean. */
public final class MdmStatuses {
    /** What the Google Admin console calls what its interface and GAM call otherwise. */
    private static final Map<String, String> ONE_WORD = Map.of("PROVISIONED", "ACTIVE", "PENDING", "PRE_PROVISIONED");

    private static final Map<String, MdmStatus> WORDS = Map.ofEntries(
            // Google (REST resource chromeosdevices)
            Map.entry("pre_provisioned", MdmStatus.NOT_YET),
            Map.entry("shipped", MdmStatus.NOT_YET),
            Map.entry("disabled", MdmStatus.DISABLED),
            Map.entry("deprovisioned", MdmStatus.GONE),
            Map.entry("return_arrived", MdmStatus.GONE),
            Map.entry("return_requested", MdmStatus.GONE),
            // Jamf: managed or not, and in lost mode
            Map.entry("unmanaged", MdmStatus.GONE),
            Map.entry("lost mode", MdmStatus.LOST),
            // Intune: device state
            Map.entry("retire pending", MdmStatus.GONE),
            Map.entry("retire issued", MdmStatus.GONE),
            Map.entry("retire failed", MdmStatus.GONE),
            Map.entry("wipe pending", MdmStatus.GONE),
            Map.entry("wipe issued", MdmStatus.GONE),
            Map.entry("delete pending", MdmStatus.GONE),
            Map.entry("enrollment pending", MdmStatus.NOT_YET));

    private MdmStatuses() {}

    /** What is not known here counts as active: a new word of a console is no alarm. */
    public static MdmStatus of(String word) {
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), MdmStatus.ACTIVE);
    }

    /** The word of the interface for the one of the Google Admin console. */
    static String google(String word) {
        return ONE_WORD.getOrDefault(word.toUpperCase(Locale.ROOT), word);
    }

    /** One word for the two columns of Jamf: {@code Managed} and {@code Lost Mode Enabled}. */
    static String jamf(String managed, String lostMode) {
        return lostMode.equalsIgnoreCase("Enabled") || lostMode.equalsIgnoreCase("Yes") ? "Lost Mode" : managed;
    }
}
