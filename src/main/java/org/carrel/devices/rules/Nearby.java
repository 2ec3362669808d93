package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Devices of ours by what rows of a file may recognise them by, so that no row is compared with all of them. */
public final class Nearby {
    private final Map<String, List<KnownDevice>> byMdmId = new HashMap<>();
    private final Map<String, List<KnownDevice>> bySerial = new HashMap<>();
    private final Map<String, List<KnownDevice>> byTag = new HashMap<>();

    public Nearby(Collection<KnownDevice> devices) {
        for (var device : devices) {
            put(byMdmId, device.mdmId(), device);
            Serials.key(device.serial()).ifPresent(key -> put(bySerial, key, device));
            put(byTag, device.tag().toUpperCase(Locale.ROOT), device);
        }
    }

    private static void put(Map<String, List<KnownDevice>> devices, String key, KnownDevice device) {
        if (!key.isEmpty())
            devices.computeIfAbsent(key, none -> new ArrayList<>()).add(device);
    }

    /**
     * Those that share one of these, each once, in the order of their numbers.
     *
     * @param mdmId number of a console; empty for none
     * @param serials keys
     * @param tags in any case
     */
    public List<KnownDevice> near(String mdmId, Collection<String> serials, Collection<String> tags) {
        var found = new TreeMap<Long, KnownDevice>();
        add(found, byMdmId, mdmId);
        for (var serial : serials) add(found, bySerial, serial);
        for (var tag : tags) add(found, byTag, tag.toUpperCase(Locale.ROOT));
        return List.copyOf(found.values());
    }

    private static void add(Map<Long, KnownDevice> found, Map<String, List<KnownDevice>> devices, String key) {
        for (var device : devices.getOrDefault(key, List.of())) found.put(device.id(), device);
    }
}
