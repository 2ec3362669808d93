package org.carrel.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the product at 127.0.0.1 that a test can cut and mend. */
final class CutLine implements AutoCloseable {
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean deaf;

    private CutLine(ServerSocket door) {
        this.door = door;
        Thread.ofVirtual().start(this::accept);
    }

    static CutLine open() {
        try {
            return new CutLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + door.getLocalPort() + path;
    }

    void cut() {
        cut = true;
        open.forEach(CutLine::hangUp);
    }

    /** What the browser sends arrives; what the product answers does not. */
    void deafen() {
        deaf = true;
    }

    void mend() {
        cut = false;
        deaf = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                if (cut) hangUp(browser);
                else connect(browser);
            } catch (IOException e) {
                if (!door.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        var url = Product.url();
        var product = new Socket(url.getHost(), url.getPort());
        open.add(browser);
        open.add(product);
        Thread.ofVirtual().start(() -> pump(browser, product, false));
        Thread.ofVirtual().start(() -> pump(product, browser, true));
    }

    /** @param answers of the product, which a deaf line does not let through */
    private void pump(Socket from, Socket to, boolean answers) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var bytes = new byte[8192];
            for (var some = in.read(bytes); some >= 0 && !(answers && deaf); some = in.read(bytes)) {
                out.write(bytes, 0, some);
            }
        } catch (IOException ended) {
            // either side may hang up at any time
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
