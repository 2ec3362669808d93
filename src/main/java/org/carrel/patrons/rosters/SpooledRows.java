package org.carrel.patrons.rosters;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows in the order in which they came, to be taken some at a time, as often as is wanted. */
final class SpooledRows<T> implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Spool spool = new Spool();
    private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(spool.end(), BUFFER));
    private final Form<T> form;
    private int size;

    /** How a row is written and read. */
    interface Form<T> {
        void write(DataOutputStream out, T row) throws IOException;

        T read(DataInputStream in) throws IOException;
    }

    /** Takes some rows. */
    @FunctionalInterface
    interface Taking<T> {
        /** @param before how many rows came before these */
        void take(List<T> rows, int before) throws SQLException;
    }

    SpooledRows(Form<T> form) {
        this.form = form;
    }

    void add(T row) {
        try {
            form.write(out, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size++;
    }

    int size() {
        return size;
    }

    /** @param most rows at a time */
    void each(int most, Taking<T> taking) throws SQLException {
        try {
            out.flush();
            var in = new DataInputStream(new BufferedInputStream(spool.from(0), BUFFER));
            for (var before = 0; before < size; before += most)
                taking.take(some(in, Math.min(most, size - before)), before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<T> some(DataInputStream in, int count) throws IOException {
        var rows = new ArrayList<T>(count);
        for (var i = 0; i < count; i++) rows.add(form.read(in));
        return rows;
    }

    @Override
    public void close() {
        spool.close();
    }
}
