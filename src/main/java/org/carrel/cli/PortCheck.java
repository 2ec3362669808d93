package org.carrel.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.carrel.platform.HttpSettings;
import org.carrel.platform.SettingProblem;
import org.carrel.platform.StartProblem;

/** Is the port free? Asked before anything else starts. */
final class PortCheck {
    private PortCheck() {}

    /** Throws {@link StartProblem} for a port in use, {@link SettingProblem} for an address of another machine. */
    static void requireFree(HttpSettings http) {
        var address = resolve(http.address());
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, http.port()));
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("assign requested address")) throw notOurs(http.address());
            if (String.valueOf(e.getMessage()).contains("Permission denied")) {
                throw new StartProblem(
                        "Port " + http.port()
                                + " may be opened by the administrator only: set carrel.http.port to a number"
                                + " from 1024 up.",
                        e);
            }
            throw new StartProblem(
                    "Port " + http.port() + " on " + http.address()
                            + " is in use by another program: stop that one, or set"
                            + " carrel.http.port (or serve --port) to a free port.",
                    e);
        }
    }

    private static InetAddress resolve(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw notOurs(address);
        }
    }

    private static SettingProblem notOurs(String address) {
        return new SettingProblem(
                "carrel.http.address is \"" + address + "\", but it must be an address of this machine, or 0.0.0.0.");
    }
}
