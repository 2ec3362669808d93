package org.carrel.school.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.school.NoticeLanguages;
import org.carrel.school.SchoolSite;
import org.carrel.school.SiteDraft;

/** Sites and their settings. */
public final class SiteStore {
    private static final String SELECT = """
            select s.id, s.code, s.name, g.address, g.phone, g.time_zone, g.notice_languages, g.sender_name, g.sender_mail,
                g.version
            from site s left join site_setting g on g.site_id = s.id
            """;

    /** By code. @param zone of sites for which nobody has said */
    public List<SchoolSite> all(Connection connection, ZoneId zone) throws SQLException {
        return Sql.list(connection, SELECT + " order by s.code", row -> site(row, zone));
    }

    /** The number of the site, which nobody else changes until the transaction ends. */
    public Optional<Integer> lock(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id from site where code = ? for update", row -> row.getInt(1), code);
    }

    /** False when there is one with this code. */
    public boolean add(Connection connection, String code, String name) throws SQLException {
        return Sql.update(connection, "insert ignore into site (code, name) values (?, ?)", code, name) == 1;
    }

    public void rename(Connection connection, int id, String name) throws SQLException {
        Sql.update(connection, "update site set name = ? where id = ?", name, id);
    }

    /** 0 where nobody has saved any settings. */
    public int version(Connection connection, int id) throws SQLException {
        return Sql.first(connection, "select version from site_setting where site_id = ?", row -> row.getInt(1), id)
                .orElse(0);
    }

    public boolean hasAny(Connection connection) throws SQLException {
        return Sql.first(connection, "select 1 from site_setting limit 1", row -> true)
                .isPresent();
    }

    public void save(Connection connection, int id, SiteDraft draft) throws SQLException {
        var sql = """
                insert into site_setting
                    (site_id, address, phone, time_zone, notice_languages, sender_name, sender_mail)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update address = values(address), phone = values(phone),
                    time_zone = values(time_zone), notice_languages = values(notice_languages),
                    sender_name = values(sender_name), sender_mail = values(sender_mail), version = version + 1
                """;
        Sql.update(
                connection,
                sql,
                id,
                draft.address(),
                draft.phone(),
                draft.zone(),
                draft.languages().toLowerCase(Locale.ROOT),
                draft.senderName(),
                draft.senderMail());
    }

    private static SchoolSite site(ResultSet row, ZoneId zone) throws SQLException {
        var saved = row.getString(6);
        return new SchoolSite(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                text(row, 4),
                text(row, 5),
                saved == null ? zone : ZoneId.of(saved),
                saved == null ? NoticeLanguages.BOTH : languages(row.getString(7)),
                text(row, 8),
                text(row, 9),
                row.getInt(10));
    }

    private static NoticeLanguages languages(String word) {
        return NoticeLanguages.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
