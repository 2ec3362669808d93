package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.devices.MacAddress.Kind.WIFI;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @ParameterizedTest(name = "V4: {0} in any spelling")
    @ValueSource(
            strings = {"02005e100001", "02:00:5E:10:00:01", "02-00-5e-10-00-01", "0200.5e10.0001", " 02005E100001 "})
    void spellings(String text) {
        assertThat(MacAddress.parse(WIFI, text)).hasValue(new MacAddress(WIFI, "02005e100001"));
    }

    @ParameterizedTest(name = "\"{0}\" is none")
    @ValueSource(strings = {"", "00:00:00:00:00:00", "02005e10000", "02005e10000g", "2.93577E+13"})
    void noAddress(String text) {
        assertThat(MacAddress.parse(WIFI, text)).isEmpty();
    }

    @Property(tries = 200)
    void whatIsShownIsReadBack(@ForAll @LongRange(min = 1, max = 0xffffffffffffL) long number) {
        var mac = new MacAddress(WIFI, "%012x".formatted(number));
        assertThat(MacAddress.parse(WIFI, mac.shown())).hasValue(mac);
    }
}
