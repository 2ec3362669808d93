package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carrel.catalog.DamagedRecord.Format;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.RejectedRecord;

/**
 * The rejected records of an import in their very bytes, to be mended and loaded again: one after the other in ISO 2709,
 * and a file for each in an archive when others are among them.
 */
final class RejectedFile {
    /** Ends a record of ISO 2709. */
    private static final int RECORD_END = 0x1D;

    private final ImportHistory history;

    RejectedFile(ImportHistory history) {
        this.history = history;
    }

    void send(long number, HttpServletResponse response) throws IOException {
        var formats = history.rejectedFormats(number);
        if (formats.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var one = formats.equals(Set.of(Format.ISO_2709));
        response.setContentType(one ? "application/marc" : "application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"import-" + number + "-rejected" + (one ? ".mrc" : ".zip") + "\"");
        try {
            if (one) history.rejected(number, rejected -> append(rejected, response));
            else archive(number, response.getOutputStream());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A record that broke off gets an end, so that the next one does not become a part of it. */
    private static void append(RejectedRecord rejected, HttpServletResponse response) {
        var bytes = rejected.bytes();
        try {
            var out = response.getOutputStream();
            out.write(bytes);
            if (bytes[bytes.length - 1] != RECORD_END) out.write(RECORD_END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void archive(long number, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            history.rejected(number, rejected -> entry(rejected, zip));
        }
    }

    private static void entry(RejectedRecord rejected, ZipOutputStream zip) {
        try {
            zip.putNextEntry(new ZipEntry(
                    "record-" + rejected.number() + rejected.format().ending()));
            zip.write(rejected.bytes());
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
