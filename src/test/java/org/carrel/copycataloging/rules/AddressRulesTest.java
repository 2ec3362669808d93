package org.carrel.copycataloging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            140.147.249.67,       true
            8.8.8.8,              true
            2001:4860:4860::8888, true
            127.0.0.1,            false
            0.0.0.0,              false
            10.1.2.3,             false
            172.16.0.1,           false
            172.31.255.255,       false
            172.32.0.1,           true
            192.168.1.1,          false
            169.254.169.254,      false
            100.64.0.1,           false
            198.18.0.1,           false
            224.0.0.1,            false
            255.255.255.255,      false
            ::1,                  false
            ::,                   false
            fe80::1,              false
            fc00::1,              false
            fd12:3456::1,         false
            ff02::1,              false
            ::ffff:127.0.0.1,     false
            ::ffff:10.0.0.1,      false
            64:ff9b::7f00:1,      false
            64:ff9b::808:808,     true
            2002:7f00:1::1,       false
            2001:0:1::1,          false
            2001:db8::1,          false
            """)
    void onlyTheWorldOutsideIsOutside(String address, boolean outside) throws UnknownHostException { // ST-11
        assertThat(AddressRules.isOutside(InetAddress.getByName(address))).isEqualTo(outside);
    }
}
