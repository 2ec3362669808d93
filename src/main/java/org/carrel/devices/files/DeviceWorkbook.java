package org.carrel.devices.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet, written row after row. Every cell is a text: a spreadsheet makes no number of it. */
public final class DeviceWorkbook implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 500;

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    public DeviceWorkbook(OutputStream out) {
        book = new Workbook(out, "Carrel", "1.0");
        sheet = book.newWorksheet("Devices");
    }

    public void row(List<String> cells) {
        for (var at = 0; at < cells.size(); at++) {
            if (!cells.get(at).isEmpty()) sheet.inlineString(rows, at, cells.get(at));
        }
        rows++;
        try {
            if (rows % ROWS_AT_ONCE == 0) sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
