package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.catalog.ImportQuestion;
import org.carrel.catalog.PlaceAnswer;
import org.carrel.platform.Sql;

/** Codes that were unknown when an import was planned. */
public final class ImportQuestionStore {
    /** In place of those of an earlier plan. */
    public void replace(Connection connection, long jobId, List<ImportQuestion> questions) throws SQLException {
        Sql.update(connection, "delete from import_question where job_id = ?", jobId);
        var sql = "insert into import_question (job_id, kind, code, copies, answer) values (?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, questions, (statement, question) -> {
            statement.setLong(1, jobId);
            statement.setString(2, question.kind().name().toLowerCase(Locale.ROOT));
            statement.setString(3, question.code());
            statement.setInt(4, question.copies());
            statement.setString(5, question.answer().orElse(null));
        });
    }

    /** Those of most copies first. */
    public List<ImportQuestion> find(Connection connection, long jobId) throws SQLException {
        var sql = "select kind, code, copies, answer from import_question where job_id = ? "
                + "order by kind, copies desc, code";
        return Sql.list(connection, sql, ImportQuestionStore::question, jobId);
    }

    private static ImportQuestion question(ResultSet row) throws SQLException {
        return new ImportQuestion(
                PlaceAnswer.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getString(2),
                row.getInt(3),
                Optional.ofNullable(row.getString(4)));
    }
}
