package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** On which addresses some processes listen, as Linux sees it. */
final class ListeningSockets {
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    static List<InetSocketAddress> of(List<Long> processes) throws IOException {
        var listening = new ArrayList<InetSocketAddress>();
        for (var process : processes) {
            var sockets = sockets(Path.of("/proc/" + process + "/fd"));
            for (var table : List.of("tcp", "tcp6")) {
                for (var line : Files.readAllLines(Path.of("/proc/" + process + "/net/" + table))) {
                    var columns = line.strip().split("\\s+");
                    if (columns[3].equals(LISTEN) && sockets.contains(columns[9])) listening.add(address(columns[1]));
                }
            }
        }
        return listening;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        try (var all = Files.list(descriptors)) {
            return all.map(ListeningSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 0100007F:1F90}: the address in words of four bytes, each in the order of the processor. */
    private static InetSocketAddress address(String text) throws IOException {
        var parts = text.split(":");
        var bytes = HexFormat.of().parseHex(parts[0]);
        for (var word = 0; word < bytes.length; word += 4) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        return new InetSocketAddress(InetAddress.getByAddress(bytes), Integer.parseInt(parts[1], 16));
    }

    private static void swap(byte[] bytes, int one, int other) {
        var kept = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = kept;
    }
}
