package org.carrel.devices.mdm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.devices.MdmFinding.Kind;

/** A CSV file, in whatever encoding and with whatever sign between its cells. */
final class MdmCsv extends MdmTable {
    private static final int MARK_LENGTH = 3;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final char delimiter;

    /** Throws {@link FileRefused} when it has no header. */
    MdmCsv(Path file) {
        this.file = file;
        try {
            charset = charset(file);
            delimiter = delimiter(firstLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!charset.equals(StandardCharsets.UTF_8)) found(Kind.READ_AS, charset.displayName());
        if (delimiter != ',') found(Kind.DELIMITER, delimiter == '\t' ? "Tab" : String.valueOf(delimiter));
        try (var parser = parser()) {
            var rows = parser.iterator();
            if (!rows.hasNext()) throw new FileRefused(Kind.NO_ROWS, "");
            header(rows.next().toList());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new FileRefused(Kind.UNREADABLE, "1");
        }
    }

    @Override
    void read(Each each) {
        try (var parser = parser()) {
            var rows = parser.iterator();
            for (var number = 1; hasNext(rows, number); number++) each.row(number, next(rows, number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNext(Iterator<?> rows, int number) {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new FileRefused(Kind.UNREADABLE, String.valueOf(number));
        }
    }

    private static List<String> next(Iterator<CSVRecord> rows, int number) {
        try {
            return rows.next().toList();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new FileRefused(Kind.UNREADABLE, String.valueOf(number));
        }
    }

    private CSVParser parser() throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false) // rows count as a spreadsheet counts them
                .get();
        return CSVParser.builder().setReader(reader()).setFormat(format).get();
    }

    private Reader reader() throws IOException {
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) reader.reset();
        return reader;
    }

    /** By its mark, else UTF-8 when all of it is, else what Windows writes in the west. */
    private static Charset charset(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mark = in.readNBytes(MARK_LENGTH + 1);
            if (mark.length > 1 && (mark[0] & 0xFF) == 0xFF && (mark[1] & 0xFF) == 0xFE)
                return StandardCharsets.UTF_16LE;
            if (mark.length > 1 && (mark[0] & 0xFF) == 0xFE && (mark[1] & 0xFF) == 0xFF)
                return StandardCharsets.UTF_16BE;
            if (mark.length > MARK_LENGTH && mark[1] == 0 && mark[3] == 0) return StandardCharsets.UTF_16LE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            var piece = new char[1 << 14];
            while (reader.read(piece) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private String firstLine() throws IOException {
        var line = new StringBuilder();
        try (var reader = reader()) {
            for (var sign = reader.read(); sign >= 0 && sign != '\n' && line.length() < LONGEST_HEADER; ) {
                line.append((char) sign);
                sign = reader.read();
            }
        }
        return line.toString();
    }

    /** The sign that stands most often between the names of the header. */
    private static char delimiter(String line) {
        var header = line.replaceAll("\"[^\"]*\"", "");
        var best = ',';
        for (var sign : new char[] {';', '\t', '|'}) {
            if (count(header, sign) > count(header, best)) best = sign;
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
