package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import org.carrel.platform.Database;
import org.junit.jupiter.api.Test;

class DevicesTest {
    /** A server that was started while its database was there, and lost it before the screen asked for its first page. */
    @Test
    void aScreenOfWhichNothingIsKnownYetIsHeldWhileTheDatabaseIsAway() throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:mariadb://127.0.0.1:" + closedPort() + "/carrel");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(250);
        try (var away = new HikariDataSource(config)) {
            var devices = new Devices(new Database(away), Clock.systemUTC());
            assertThat(devices.find("a token")).hasValueSatisfying(held -> {
                assertThat(held.isGood()).isTrue();
                assertThat(held.skin()).isEqualTo(Device.Skin.STANDARD);
                assertThat(held.audience()).isEqualTo(Device.Audience.ALL);
            });
        }
    }

    private static int closedPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
