package org.carrel.devices;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several devices together.
 *
 * @param name what they have in common
 * @param unknown how many have no known value; their price is in no sum
 * @param price in cents, of those whose value is known
 * @param value in cents
 */
public record WorthGroup(String name, int devices, int unknown, long price, long value) implements Serializable {
    /** In the order of names, the empty one last. */
    public static List<WorthGroup> by(Collection<DeviceWorth> devices, Function<DeviceWorth, String> name) {
        var groups = devices.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted((one, another) -> one.name().isEmpty() == another.name().isEmpty()
                        ? one.name().compareToIgnoreCase(another.name())
                        : one.name().isEmpty() ? 1 : -1)
                .toList();
    }

    public static WorthGroup of(String name, Collection<DeviceWorth> devices) {
        var known =
                devices.stream().filter(device -> device.value().isPresent()).toList();
        return new WorthGroup(
                name,
                devices.size(),
                devices.size() - known.size(),
                known.stream().mapToLong(device -> device.price().orElse(0)).sum(),
                known.stream().mapToLong(device -> device.value().orElse(0)).sum());
    }
}
