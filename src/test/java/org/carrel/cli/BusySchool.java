package org.carrel.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.carrel.security.AccountChange;
import org.carrel.security.AccountResult;
import org.carrel.security.Accounts;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.NewPassword;
import org.carrel.security.PersonKeys;
import org.carrel.security.Role;
import org.carrel.security.Sessions;
import org.carrel.security.SignIn;
import org.carrel.security.SignInFrom;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.WebSettings;

/** A school with few books and many desks, so that everybody wants the same; and what its database says in the end. */
final class BusySchool implements AutoCloseable {
    static final String SITE = "LOAD";
    static final int PEOPLE = 90;
    static final int TITLES = 25;
    static final int COPIES = 4;
    private static final int DESKS = 10;

    private final HikariDataSource connections;
    final Database database;

    BusySchool(DatabaseSettings access) {
        connections = DataSources.open(access, Duration.ofSeconds(30));
        database = new Database(connections);
    }

    /** Everybody owes ten dollars. @param access of the program, whose the tables are */
    void fill(DatabaseSettings access) {
        try (var owner = DataSources.open(access, Duration.ZERO)) {
            new Migrations().migrate(owner);
        }
        var marc = new TestMarc();
        for (var title = 1; title <= TITLES; title++) {
            var number = title;
            marc.book(
                    "load" + title,
                    "Wanted by all " + title,
                    IntStream.rangeClosed(1, COPIES)
                            .mapToObj(copy -> "=852  \\\\$b" + SITE + "$hFIC$iLOA$p" + barcode(number, copy))
                            .toArray(String[]::new));
        }
        new MarcImports(database, Clock.systemUTC()).run(new ImportRequest(marc.file(), SITE, true), done -> {});
        database.transaction(connection -> {
            var people = IntStream.rangeClosed(1, PEOPLE).boxed().toList();
            Sql.batch(
                    connection,
                    "insert into patron (given_name, family_name, category, grade) values ('Student', ?, 'student', '05')",
                    people,
                    (statement, number) -> statement.setString(1, "Number " + number));
            Sql.update(
                    connection,
                    "insert into patron_card (patron_id, number, added_at) select id, concat('LOADCARD', id), "
                            + "utc_timestamp() from patron");
            Sql.batch(
                    connection,
                    "insert into charge (patron_id, type, class, amount, why, at, request_id) "
                            + "values (?, 'manual', 'library', 10.00, '[]', utc_timestamp(3), uuid())",
                    Sql.list(connection, "select id from patron", row -> row.getLong(1)),
                    (statement, patron) -> statement.setLong(1, patron));
            return true;
        });
    }

    static String barcode(int title, int copy) {
        return "LOAD" + (1000 + title) + copy;
    }

    List<Long> numbers(String sql, Object... parameters) {
        return database.read(connection -> Sql.list(connection, sql, row -> row.getLong(1), parameters));
    }

    long number(String sql, Object... parameters) {
        return numbers(sql, parameters).getFirst();
    }

    /** @param sql of number of the request and what it was answered */
    Map<String, String> answers(String sql) {
        var answers = new HashMap<String, String>();
        database.read(connection -> Sql.list(connection, sql, row -> answers.put(row.getString(1), row.getString(2))));
        return answers;
    }

    /** Ends any one connection of the program, whatever it is at. How many: none while there is nobody. */
    int killOne(Random random) {
        return database.read(connection -> {
            var others = Sql.list(
                    connection,
                    "select id from information_schema.processlist where user = 'carrel'",
                    row -> row.getLong(1));
            if (others.isEmpty()) return 0;
            Sql.update(connection, "kill connection " + others.get(random.nextInt(others.size())));
            return 1;
        });
    }

    /** Tokens of people who work at a desk. */
    List<String> sessions(Path home) {
        var clock = Clock.systemUTC();
        var audit = new AuditTrail(database, clock, new PersonKeys(home.resolve("keys")));
        var accounts = new Accounts(database, clock, audit);
        var root = new Caller(0, "load", "Load", Role.ADMIN, Optional.empty());
        var signIn = new SignIn(
                database,
                clock,
                audit,
                new Sessions(database, clock, audit),
                new WebSettings(URI.create("http://127.0.0.1"), 1, "Load"));
        var tokens = new ArrayList<String>();
        for (var desk = 1; desk <= DESKS; desk++) {
            var name = "desk" + desk;
            var added = accounts.add(root, new AccountChange(name, name, Role.TECHNICIAN, Optional.empty()));
            var code = ((AccountResult.Done) added).code();
            var password = new NewPassword("seven paper lanterns", "seven paper lanterns");
            var in = signIn.byCode(name, code, password, new SignInFrom("192.0.2.1", "", ""));
            tokens.add(((SignedIn) in).session());
        }
        return tokens;
    }

    @Override
    public void close() {
        connections.close();
    }
}
