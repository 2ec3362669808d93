package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.devices.rules.MdmMatchingTest.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NearbyTest {
    private static final List<KnownDevice> OURS = List.of(
            device(3, "", "ser-1", "Acer", "T-3"),
            device(1, "id-1", "SER-1", "Dell", "T-1"),
            device(2, "id-2", "To be filled by O.E.M.", "Dell", ""),
            device(4, "", "", "Dell", ""));

    @Test
    void byNumberBySerialAndByTagEachOnce() {
        var near = new Nearby(OURS);
        assertThat(near.near("id-1", List.of("SER-1"), List.of("t-1")))
                .extracting(KnownDevice::id)
                .containsExactly(1L, 3L);
        assertThat(near.near("", List.of(), List.of("t-3")))
                .extracting(KnownDevice::id)
                .containsExactly(3L);
    }

    @Test
    void whatSaysNothingIsNearNothing() {
        var near = new Nearby(OURS);
        assertThat(near.near("", List.of(""), List.of(""))).isEmpty();
        assertThat(near.near("ID-1", List.of("TO BE FILLED BY O.E.M."), List.of()))
                .isEmpty();
    }

    /** The same as to compare the row with every device. */
    @Property
    void nobodyIsLeftOut(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> keys,
            @ForAll @IntRange(max = 3) int id,
            @ForAll @IntRange(max = 3) int serial,
            @ForAll @IntRange(max = 3) int tag) {
        var devices = new ArrayList<KnownDevice>();
        for (var at = 0; at < keys.size(); at++) {
            var key = keys.get(at);
            devices.add(device(at, text("id", key), text("S", (key + at) % 4), "Dell", text("t", (key * at) % 4)));
        }
        var found = new Nearby(devices)
                .near(
                        text("id", id),
                        List.of(text("S", serial)),
                        List.of(text("T", tag).toUpperCase(Locale.ROOT)));
        assertThat(found)
                .containsExactlyElementsOf(devices.stream()
                        .filter(one -> id > 0 && one.mdmId().equals(text("id", id))
                                || serial > 0 && one.serial().equals(text("S", serial))
                                || tag > 0 && one.tag().equalsIgnoreCase(text("t", tag)))
                        .toList());
    }

    /** Nothing for zero. */
    private static String text(String start, int key) {
        return key == 0 ? "" : start + "-" + key;
    }
}
