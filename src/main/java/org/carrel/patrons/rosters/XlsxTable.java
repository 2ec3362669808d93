package org.carrel.patrons.rosters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.carrel.patrons.RosterFinding.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. Numbers are taken as the digits that stand in the file, not as what a sheet shows. */
final class XlsxTable extends Table {
    private static final int DIGITS_OF_A_SHEET = 15;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

    /** Packed; a sheet is read from its end, too. */
    private final byte[] bytes;

    /** Throws {@link RosterUnreadable} when there is no header. */
    XlsxTable(Member member) {
        super(member.name());
        bytes = bytes(member);
        InflationCheck.check(member, bytes);
        each(1, cells -> header(cells.cells()));
        if (header().isEmpty()) throw new RosterUnreadable(Kind.NO_ROWS, member.name(), "");
    }

    private static byte[] bytes(Member member) {
        try (var in = member.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Cells(int number, List<String> cells) {}

    @Override
    void rows(Consumer<Row> each) {
        each(Long.MAX_VALUE, cells -> {
            if (cells.number() == 1) return;
            var row = new Row(cells.number(), cells.cells());
            if (!row.isEmpty()) each.accept(row);
        });
    }

    private void each(long most, Consumer<Cells> each) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
                var rows = book.getFirstSheet().openStream()) {
            rows.limit(most).forEach(row -> {
                var cells = new ArrayList<String>();
                for (var i = 0; i < row.getCellCount(); i++) cells.add(text(row.getCell(i)));
                each.accept(new Cells(row.getRowNum(), cells));
            });
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new RosterUnreadable(Kind.UNREADABLE, name(), "");
        }
    }

    /**
     * A whole number has no point: 417.0 in the file is 417 on the sheet. A date, and a number beyond the fifteen digits that
     * a spreadsheet keeps, come as what they are, so that no number of a person is made of them.
     */
    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        if (cell.getType() != CellType.NUMBER) return cell.getText();
        var number = cell.asNumber();
        if (isDate(cell)) return DAY.format(cell.asDate());
        if (number.stripTrailingZeros().scale() > 0) return number.toPlainString();
        var digits = number.toBigInteger().toString();
        return digits.length() > DIGITS_OF_A_SHEET ? String.format(Locale.ROOT, "%.5E", number) : digits;
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null) return false;
        var letters = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^\\]]*]|\"[^\"]*\"", "");
        return letters.contains("y") && letters.matches(".*[md].*");
    }
}
