package org.carrel.copycataloging.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.catalog.ForeignRecords.Encoding;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetKind;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** The targets of the school. */
public final class CopyTargetStore {
    private static final int DUPLICATE = 1062;
    private static final String SELECT = """
            select id, name, kind, host, port, path, syntax, encoding, isbn_index, seconds, place, enabled, inside, profile_id
            from copy_target
            """;

    /** In the order in which they stand. */
    public List<CopyTarget> all(Connection connection) throws SQLException {
        return Sql.list(connection, SELECT + "order by place, name", CopyTargetStore::target);
    }

    public Optional<CopyTarget> find(Connection connection, int id) throws SQLException {
        return Sql.first(connection, SELECT + "where id = ?", CopyTargetStore::target, id);
    }

    private static CopyTarget target(ResultSet row) throws SQLException {
        return new CopyTarget(
                row.getInt(1),
                row.getString(2),
                TargetKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                Encoding.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                row.getString(9),
                row.getInt(10),
                row.getInt(11),
                row.getBoolean(12),
                row.getBoolean(13),
                Utc.someNumber(row, 14));
    }

    /** @param target with the id 0, or that of one that is gone, for a new one @return false when another one has the name */
    public boolean save(Connection connection, CopyTarget target) throws SQLException {
        var columns = """
                copy_target set name = ?, kind = ?, host = ?, port = ?, path = ?, syntax = ?, encoding = ?, isbn_index = ?,
                    seconds = ?, place = ?, enabled = ?, inside = ?, profile_id = (select id from import_profile where id = ?)
                """;
        var values = new ArrayList<@Nullable Object>();
        values.add(target.name());
        values.add(target.kind().name().toLowerCase(Locale.ROOT));
        values.add(target.host());
        values.add(target.port());
        values.add(target.path());
        values.add(target.syntax());
        values.add(target.encoding().name().toLowerCase(Locale.ROOT));
        values.add(target.index());
        values.add(target.seconds());
        values.add(target.place());
        values.add(target.enabled());
        values.add(target.inside());
        values.add(target.profile().isPresent() ? Long.valueOf(target.profile().getAsLong()) : null);
        try {
            if (find(connection, target.id()).isEmpty()) {
                Sql.update(connection, "insert into " + columns, values.toArray());
                return true;
            }
            values.add(target.id());
            Sql.update(connection, "update " + columns + " where id = ?", values.toArray());
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) return false;
            throw e;
        }
    }

    public void remove(Connection connection, int id) throws SQLException {
        Sql.update(connection, "delete from copy_target where id = ?", id);
    }
}
