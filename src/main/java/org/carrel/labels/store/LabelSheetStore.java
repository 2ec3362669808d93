package org.carrel.labels.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelSheet;
import org.carrel.platform.Sql;

/** Sheets of the school's own, and how its printers are off. */
public final class LabelSheetStore {
    /** Before the number of a sheet in its key. */
    public static final String OWN = "own-";

    private static final int DUPLICATE = 1062;

    /** By name. */
    public List<LabelSheet> sheets(Connection connection) throws SQLException {
        var sql = """
                select id, name, page_width, page_height, label_columns, label_rows, margin_left, margin_top, label_width,
                    label_height, pitch_across, pitch_down
                from label_sheet order by name
                """;
        return Sql.list(
                connection,
                sql,
                row -> new LabelSheet(
                        OWN + row.getInt(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12)));
    }

    /** @param id of the one that is changed; 0, or that of one that is gone: a new one @return false when another one has the name */
    public boolean save(Connection connection, int id, LabelSheet sheet) throws SQLException {
        var columns = """
                label_sheet set name = ?, page_width = ?, page_height = ?, label_columns = ?, label_rows = ?, margin_left = ?,
                    margin_top = ?, label_width = ?, label_height = ?, pitch_across = ?, pitch_down = ?
                """;
        return save(
                connection,
                id,
                columns,
                sheet.name(),
                sheet.pageWidth(),
                sheet.pageHeight(),
                sheet.columns(),
                sheet.rows(),
                sheet.left(),
                sheet.top(),
                sheet.width(),
                sheet.height(),
                sheet.pitchAcross(),
                sheet.pitchDown());
    }

    public void removeSheet(Connection connection, int id) throws SQLException {
        Sql.update(connection, "delete from label_sheet where id = ?", id);
    }

    /** By name. */
    public List<LabelPrinter> printers(Connection connection) throws SQLException {
        var sql = "select id, name, move_right, move_down, scale from label_printer order by name";
        return Sql.list(
                connection,
                sql,
                row -> new LabelPrinter(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)));
    }

    /** @param printer with the id 0 for a new one @return false when another one has the name */
    public boolean save(Connection connection, LabelPrinter printer) throws SQLException {
        return save(
                connection,
                printer.id(),
                "label_printer set name = ?, move_right = ?, move_down = ?, scale = ? ",
                printer.name(),
                printer.moveRight(),
                printer.moveDown(),
                printer.scale());
    }

    public void removePrinter(Connection connection, int id) throws SQLException {
        Sql.update(connection, "delete from label_printer where id = ?", id);
    }

    private static boolean save(Connection connection, int id, String columns, Object... values) throws SQLException {
        var known = new ArrayList<>(List.of(values));
        known.add(id);
        try {
            var changed = Sql.update(connection, "update " + columns + " where id = ?", known.toArray()) > 0;
            if (!changed) Sql.update(connection, "insert into " + columns, values);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) return false;
            throw e;
        }
    }
}
