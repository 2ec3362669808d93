package org.carrel.copycataloging.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetState.Outcome;

/**
 * One question over HTTP/1.1 (RFC 9112) to the address that was judged. The client of the JDK looks the name up a second time, and what
 * it then finds nobody has judged.
 */
final class HttpGet {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 8192;

    private HttpGet() {}

    /** The body of a good answer; nothing is followed. @param path with its query, and the slash before it */
    static byte[] of(CopyTarget target, String path) throws TargetFailure {
        try (var line = Line.to(target)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host(target)
                    + "\r\nUser-Agent: Carrel\r\nAccept: application/xml, text/xml\r\nConnection: close\r\n\r\n";
            line.send(request.getBytes(ISO_8859_1));
            return answer(line.in());
        } catch (IOException e) {
            throw Line.failure(e);
        }
    }

    private static String host(CopyTarget target) {
        var name = target.host().indexOf(':') >= 0 ? "[" + target.host() + "]" : target.host();
        return target.port() == target.kind().port() ? name : name + ":" + target.port();
    }

    private static byte[] answer(InputStream in) throws IOException, TargetFailure {
        var matcher = STATUS.matcher(line(in));
        if (!matcher.matches()) throw new TargetFailure(Outcome.UNREADABLE, "");
        var status = Integer.parseInt(matcher.group(1));
        var headers = headers(in);
        if (status >= 300 && status < 400) throw new TargetFailure(Outcome.MOVED, "");
        if (status != 200) throw new TargetFailure(Outcome.DIAGNOSTIC, "HTTP " + status);
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) return chunks(in);
        var length = headers.getOrDefault("content-length", "").strip();
        if (!length.matches("[0-9]{1,9}")) return in.readAllBytes();
        var wanted = Integer.parseInt(length);
        if (wanted > Line.LARGEST) throw new Line.TooLarge();
        return exactly(in, wanted);
    }

    private static byte[] exactly(InputStream in, int wanted) throws IOException {
        var bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) throw new EOFException("The answer ends early");
        return bytes;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var count = 0; count < MOST_HEADERS; count++) {
            var header = line(in);
            if (header.isEmpty()) return headers;
            var colon = header.indexOf(':');
            if (colon > 0)
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
        }
        throw new IOException("Headers without end");
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) throw new IOException("Not the size of a chunk");
            var length = Integer.parseInt(size, 16);
            if (length == 0) return body.toByteArray();
            if (body.size() + length > Line.LARGEST) throw new Line.TooLarge();
            body.write(exactly(in, length));
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 && text.isEmpty()) throw new EOFException("No answer");
            if (c < 0) return text.toString();
            if (text.length() >= LONGEST_LINE) throw new IOException("A line without end");
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }
}
