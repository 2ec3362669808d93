package org.carrel.notices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticeText;
import org.carrel.platform.Sql;

/** Words of their own that sites have. */
public final class NoticeTextStore {
    public Optional<NoticeText> find(Connection connection, int site, NoticeKind kind, NoticeLanguage language)
            throws SQLException {
        var sql = "select subject, body, version from notice_text where site_id = ? and kind = ? and language = ?";
        return Sql.first(
                connection,
                sql,
                row -> new NoticeText(kind, language, row.getString(1), row.getString(2), row.getInt(3)),
                site,
                Cells.word(kind),
                language.tag());
    }

    /** The number of the site, whose words nobody else changes until the transaction ends. */
    public Optional<Integer> lock(Connection connection, String site) throws SQLException {
        return Sql.first(connection, "select id from site where code = ? for update", row -> row.getInt(1), site);
    }

    public void save(Connection connection, int site, NoticeText text, Instant now, long actor) throws SQLException {
        var sql = """
                insert into notice_text (site_id, kind, language, subject, body, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update subject = values(subject), body = values(body), version = version + 1,
                    changed_at = values(changed_at), changed_by = values(changed_by)
                """;
        Sql.update(
                connection,
                sql,
                site,
                Cells.word(text.kind()),
                text.language().tag(),
                text.subject(),
                text.body(),
                Cells.utc(now),
                actor);
    }

    public boolean remove(Connection connection, int site, NoticeKind kind, NoticeLanguage language)
            throws SQLException {
        var sql = "delete from notice_text where site_id = ? and kind = ? and language = ?";
        return Sql.update(connection, sql, site, Cells.word(kind), language.tag()) == 1;
    }
}
