package org.carrel.notices.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times and words between Java and the tables. Times are UTC. */
final class Cells {
    private Cells() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return someInstant(row, column).orElseThrow();
    }

    static Optional<Instant> someInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(time -> time.toInstant(UTC));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(Class<E> type, @Nullable String word) {
        return Enum.valueOf(type, Objects.requireNonNull(word).toUpperCase(Locale.ROOT));
    }
}
