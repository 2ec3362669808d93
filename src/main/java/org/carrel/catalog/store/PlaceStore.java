package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Site;
import org.carrel.platform.Sql;
import org.carrel.security.Caller;
import org.jspecify.annotations.Nullable;

/** Sites, shelf locations and item types: the small tables that copies point to. */
public final class PlaceStore {
    private static final Sql.Row<Site> SITE = row -> new Site(row.getInt(1), row.getString(2), row.getString(3));

    public Optional<Site> findSite(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id, code, name from site where code = ?", SITE, code);
    }

    /** Number of the only site of an account; null for accounts of all sites. */
    public @Nullable Integer findSiteOf(Connection connection, Caller caller) throws SQLException {
        return caller.site().isEmpty()
                ? null
                : findSite(connection, caller.site().get()).map(Site::id).orElseThrow();
    }

    public List<Site> findSites(Connection connection) throws SQLException {
        return Sql.list(connection, "select id, code, name from site order by code", SITE);
    }

    public void addSite(Connection connection, String code, String name) throws SQLException {
        Sql.update(connection, "insert ignore into site (code, name) values (?, ?)", code, name);
    }

    public Optional<Integer> findLocation(Connection connection, int siteId, String code) throws SQLException {
        var sql = "select id from shelf_location where site_id = ? and code = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), siteId, code);
    }

    /** A code that is there already is left as it is: two imports may meet the same new code at once. */
    public void addLocation(Connection connection, int siteId, String code) throws SQLException {
        var sql = "insert ignore into shelf_location (site_id, code, name) values (?, ?, ?)";
        Sql.update(connection, sql, siteId, code, code);
    }

    /** Codes of shelf locations, whatever their site. */
    public List<String> findLocationCodes(Connection connection) throws SQLException {
        return Sql.list(connection, "select distinct code from shelf_location order by code", row -> row.getString(1));
    }

    public List<String> findItemTypeCodes(Connection connection) throws SQLException {
        return Sql.list(connection, "select code from item_type order by code", row -> row.getString(1));
    }

    public Optional<Integer> findItemType(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id from item_type where code = ?", row -> row.getInt(1), code);
    }

    public void addItemType(Connection connection, String code) throws SQLException {
        Sql.update(connection, "insert ignore into item_type (code, name) values (?, ?)", code, code);
    }
}
