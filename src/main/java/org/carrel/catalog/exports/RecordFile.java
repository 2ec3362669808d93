package org.carrel.catalog.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.Iso2709Writer;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.MarcXmlWriter;

/** A file of records that appears under its name only when it is complete. */
final class RecordFile implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private final Format format;
    private final OutputStream out;
    private boolean complete;

    RecordFile(Path target, Format format) throws IOException {
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".partial");
        this.format = format;
        this.out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16);
        if (format == Format.MARCXML) write(MarcXmlWriter.HEAD);
        if (format == Format.CSV) write(CsvRows.HEAD);
    }

    /** Text that is whole by itself, such as the rows of a CSV file. */
    void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    /** Returns why the format cannot hold the record, in words; empty when it was written. */
    String write(MarcRecord record) throws IOException {
        switch (format) {
            case MARCXML -> write(MarcXmlWriter.write(record).xml());
            case JSON -> write(MarcJson.write(record) + "\n");
            case ISO2709 -> {
                return write(Iso2709Writer.write(record));
            }
            case ISO2709_MARC8 -> {
                return write(Iso2709Writer.writeMarc8(record));
            }
            case CSV -> throw new IllegalStateException("A CSV file holds rows, not records");
        }
        return "";
    }

    private String write(Iso2709Writer.Result result) throws IOException {
        return switch (result) {
            case Iso2709Writer.Result.Written written -> {
                out.write(written.bytes());
                yield "";
            }
            case Iso2709Writer.Result.TooLarge large -> tooLarge(large);
            case Iso2709Writer.Result.TagImpossible impossible ->
                "The tag “" + impossible.tag() + "” is not three characters.";
        };
    }

    private static String tooLarge(Iso2709Writer.Result.TooLarge large) {
        return large.tag().isEmpty()
                ? "The record has " + large.bytes() + " bytes; ISO 2709 ends at 99,999."
                : "Field " + large.tag() + " has " + large.bytes() + " bytes; ISO 2709 ends at 9,999.";
    }

    void complete() throws IOException {
        if (format == Format.MARCXML) write(MarcXmlWriter.TAIL);
        out.close();
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (complete) return;
        out.close();
        Files.deleteIfExists(partial);
    }
}
