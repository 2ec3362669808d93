package org.carrel.devices.mdm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.carrel.devices.MdmFinding.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. Numbers are taken as the digits that stand in the file, not as what a sheet shows. */
final class MdmWorkbook extends MdmTable {
    /** What a workbook may be when it is unpacked: its reader has the texts of all cells in memory. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int PIECE = 1 << 16;
    private static final int DIGITS_OF_A_SHEET = 15;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Path file;

    /** Throws {@link FileRefused} when there is no header. */
    MdmWorkbook(Path file) {
        this.file = file;
        inflate();
        each(1, (number, cells) -> header(cells));
        if (header().isEmpty()) throw new FileRefused(Kind.NO_ROWS, "");
    }

    @Override
    void read(Each each) {
        each(Long.MAX_VALUE, each);
    }

    private void each(long most, Each each) {
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                var rows = book.getFirstSheet().openStream()) {
            rows.limit(most).forEach(row -> each.row(row.getRowNum(), cells(row)));
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new FileRefused(Kind.UNREADABLE, "");
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) cells.add(text(row.getCell(i)));
        return cells;
    }

    /** Unpacked once before its reader sees it: that one would fill the memory with a bomb. */
    private void inflate() {
        var left = MOST_BYTES;
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var piece = new byte[PIECE];
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                        left -= read;
                        if (left < 0) throw new FileRefused(Kind.TOO_LARGE, (MOST_BYTES >> 20) + "");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(Kind.UNREADABLE, "");
        }
    }

    /** A number beyond the digits that a sheet keeps comes as what it is, so that no serial is made of it. */
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
