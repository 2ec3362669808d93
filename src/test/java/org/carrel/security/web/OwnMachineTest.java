package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnMachineTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # the usual address, and the rest of its block (RFC 1122)
            127.0.0.1,            true
            127.8.9.1,            true
            # IPv6, short and as Java writes it
            ::1,                  true
            0:0:0:0:0:0:0:1,      true
            # IPv4 in IPv6
            ::ffff:127.0.0.1,     true
            ::ffff:10.0.0.7,      false
            # the next desk
            192.168.1.20,         false
            10.127.0.1,           false
            0.0.0.0,              false
            ::,                   false
            fe80::1,              false
            # no address at all: nobody is asked what it may mean
            localhost,            false
            127.0.0.1.evil.test,  false
            '',                   false
            1.2.3.400,            false
            :::::::::::::,        false
            """)
    void onlyTheMachineItselfIsLoopback(String peer, boolean loopback) {
        assertThat(OwnMachine.isLoopback(peer)).isEqualTo(loopback);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            localhost,              true
            LOCALHOST:8080,         true
            127.0.0.1:8080,         true
            [::1]:8080,             true
            # a name of the school: whoever uses it may sit anywhere
            library.example.org,    false
            127.0.0.1.evil.test,    false
            evil.test:127,          false
            localhost@evil.test,    false
            '',                     false
            """)
    void theMachineIsAskedByANameOfItsOwn(String host, boolean own) {
        assertThat(OwnMachine.isAskedAsLoopback(List.of(host))).isEqualTo(own);
    }

    @Test
    void noNameOrTwoNamesAreNone() {
        assertThat(OwnMachine.isAskedAsLoopback(List.of())).isFalse();
        assertThat(OwnMachine.isAskedAsLoopback(List.of("localhost", "localhost")))
                .isFalse();
    }
}
