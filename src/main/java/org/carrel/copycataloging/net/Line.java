package org.carrel.copycataloging.net;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetKind;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.copycataloging.rules.AddressRules;

/**
 * A connection to a target, for one question. The address is looked up once, judged, and connected to: a name that means something else a
 * moment later leads nowhere. All that is read together may take so long and be so much, whatever the other side does.
 */
final class Line implements AutoCloseable {
    /** More than any answer with a handful of records. */
    static final int LARGEST = 5 << 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final long deadline;

    private Line(Socket socket, long deadline) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.in = new BufferedInputStream(new Bounded(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /** @throws TargetFailure when nobody is there, or where nobody may be asked */
    static Line to(CopyTarget target) throws TargetFailure {
        var deadline = System.nanoTime() + Duration.ofSeconds(target.seconds()).toNanos();
        var address = address(target);
        var socket = new Socket();
        var opened = false;
        try {
            socket.connect(new InetSocketAddress(address, target.port()), left(deadline));
            socket.setTcpNoDelay(true);
            var line = new Line(
                    target.kind() == TargetKind.SRU_HTTPS ? secured(socket, target, deadline) : socket, deadline);
            opened = true;
            return line;
        } catch (SocketTimeoutException e) {
            throw new TargetFailure(Outcome.SLOW, e);
        } catch (IOException e) {
            throw new TargetFailure(Outcome.UNREACHABLE, e);
        } finally {
            if (!opened) quietly(socket);
        }
    }

    /** All its addresses must be fit: one that is not says that the name is made to lead us there. */
    private static InetAddress address(CopyTarget target) throws TargetFailure {
        try {
            var all = InetAddress.getAllByName(target.host());
            if (!target.inside() && !Arrays.stream(all).allMatch(AddressRules::isOutside))
                throw new TargetFailure(Outcome.INSIDE, "");
            return all[0];
        } catch (UnknownHostException e) {
            throw new TargetFailure(Outcome.UNREACHABLE, e);
        }
    }

    private static Socket secured(Socket plain, CopyTarget target, long deadline) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(left(deadline));
        secured.startHandshake();
        return secured;
    }

    /** At least a millisecond, since none means for ever. */
    private static int left(long deadline) throws SocketTimeoutException {
        var millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) throw new SocketTimeoutException("The time is over");
        return Math.toIntExact(millis);
    }

    InputStream in() {
        return in;
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** What a failure of reading or writing means. */
    static TargetFailure failure(IOException problem) {
        return switch (problem) {
            case SocketTimeoutException slow -> new TargetFailure(Outcome.SLOW, slow);
            case TooLarge large -> new TargetFailure(Outcome.TOO_LARGE, large);
            default -> new TargetFailure(Outcome.UNREADABLE, problem);
        };
    }

    @Override
    public void close() {
        quietly(socket);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is lost: the question is over
        }
    }

    /** More than an answer may be. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Each read waits only for what is left of the whole time. */
    private final class Bounded extends FilterInputStream {
        private int read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            socket.setSoTimeout(left(deadline));
            var count = super.read(into, from, length);
            if (count > 0) read += count;
            if (read > LARGEST) throw new TooLarge();
            return count;
        }
    }
}
