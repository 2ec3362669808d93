package org.carrel.patrons.rosters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.patrons.RosterFinding.Kind;

/** A CSV file, in whatever encoding and with whatever sign between its cells. */
final class CsvTable extends Table {
    private final RosterText text;
    private final char delimiter;

    /** Throws {@link RosterUnreadable} when it has no header. */
    CsvTable(Member member) {
        super(member.name());
        text = RosterText.of(member);
        delimiter = delimiter(firstLine());
        if (!text.encoding().equals(RosterText.UTF_8)) found(Kind.READ_AS, text.encoding());
        if (delimiter != ',') found(Kind.DELIMITER, delimiter == '\t' ? "Tab" : String.valueOf(delimiter));
        try (var parser = parser()) {
            var rows = parser.iterator();
            if (!rows.hasNext()) throw new RosterUnreadable(Kind.NO_ROWS, member.name(), "");
            header(rows.next().toList());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new RosterUnreadable(Kind.UNREADABLE, member.name(), "1");
        }
    }

    @Override
    void rows(Consumer<Row> each) {
        var number = 1;
        try (var parser = parser()) {
            var records = parser.iterator();
            records.next();
            while (hasNext(records, number)) {
                var row = new Row(++number, next(records, number));
                if (!row.isEmpty()) each.accept(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasNext(Iterator<?> records, int number) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new RosterUnreadable(Kind.UNREADABLE, name(), String.valueOf(number + 1));
        }
    }

    private List<String> next(Iterator<CSVRecord> records, int number) {
        try {
            return records.next().toList();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new RosterUnreadable(Kind.UNREADABLE, name(), String.valueOf(number));
        }
    }

    private CSVParser parser() throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false) // rows count as a spreadsheet counts them
                .get();
        return CSVParser.builder().setReader(text.open()).setFormat(format).get();
    }

    private String firstLine() {
        var line = new StringBuilder();
        try (var reader = text.open()) {
            for (var sign = reader.read(); sign >= 0 && sign != '\n'; sign = reader.read()) line.append((char) sign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
