package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronCard;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PeoplePage;
import org.carrel.patrons.rules.CardVariants;
import org.carrel.patrons.rules.Grades;
import org.carrel.patrons.rules.NameFolding;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Finds people by beginnings of words, by card, grade and homeroom. */
public final class PatronSearchStore {
    private static final CardRuleStore RULES = new CardRuleStore();
    private static final String ORDER = " order by p.family_name, p.given_name, p.id limit ? offset ?";

    /** A condition with its parameters. */
    private record Where(StringBuilder sql, List<@Nullable Object> parameters) {
        void and(String condition, Object... values) {
            sql.append(" and ").append(condition);
            parameters.addAll(List.of(values));
        }
    }

    public PeoplePage<Patron> find(Connection connection, PatronSearch search, int page, int size) throws SQLException {
        var where = where(connection, search);
        var total = Sql.first(
                        connection,
                        "select count(*) from patron p left join site s on s.id = p.site_id" + where.sql(),
                        row -> row.getLong(1),
                        where.parameters().toArray())
                .orElse(0L);
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(size);
        parameters.add((long) (page - 1) * size);
        var rows =
                Sql.list(connection, PatronRows.SELECT + where.sql() + ORDER, PatronRows::patron, parameters.toArray());
        return new PeoplePage<>(rows, page, size, total);
    }

    /** By homeroom, then by name. */
    public List<Patron> byHomeroom(Connection connection, PatronSearch search, int most) throws SQLException {
        var where = where(connection, search);
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(most);
        var order = " order by p.grade, p.homeroom, p.family_name, p.given_name, p.id limit ?";
        return Sql.list(connection, PatronRows.SELECT + where.sql() + order, PatronRows::patron, parameters.toArray());
    }

    /** Grades that occur, in the order of schools. */
    public List<String> grades(Connection connection) throws SQLException {
        var sql = "select distinct grade from patron where grade <> '' and status = 'active'";
        return Sql.list(connection, sql, row -> row.getString(1)).stream()
                .sorted((one, other) -> Integer.compare(Grades.place(one), Grades.place(other)))
                .toList();
    }

    public List<String> homerooms(Connection connection, String site) throws SQLException {
        var sql = "select distinct p.homeroom from patron p left join site s on s.id = p.site_id "
                + "where p.homeroom <> '' and p.status = 'active' and (? = '' or s.code = ?) order by p.homeroom";
        return Sql.list(connection, sql, row -> row.getString(1), site, site);
    }

    private static Where where(Connection connection, PatronSearch search) throws SQLException {
        var where = new Where(new StringBuilder(" where p.status <> 'merged'"), new ArrayList<>());
        switch (search.who()) {
            case ACTIVE -> where.and("p.status = 'active'");
            case LEFT -> where.and("p.status in ('inactive', 'graduated')");
            case MISSING -> where.and("p.missing_since is not null and p.status = 'active'");
            case LEAVERS -> where.and("(p.status in ('inactive', 'graduated') or p.missing_since is not null)");
            case ALL -> {}
        }
        if (!search.grade().isEmpty()) where.and("p.grade = ?", search.grade());
        if (!search.homeroom().isEmpty()) where.and("p.homeroom = ?", search.homeroom());
        if (!search.site().isEmpty()) where.and("s.code = ?", search.site());
        var card = PatronCard.number(search.words());
        if (card.isPresent() && RULES.zerosIgnored(connection, search.site()))
            words(search.words(), CardVariants.of(card.get(), true), where);
        else words(search.words(), List.of(card.orElse("")), where);
        return where;
    }

    /** @param cards numbers that a scanner may have meant (B77) */
    private static void words(String typed, List<String> cards, Where where) {
        if (typed.isBlank()) return;
        var words = NameFolding.typed(typed);
        var every = new ArrayList<String>();
        var parameters = new ArrayList<Object>(cards);
        for (var word : words) {
            every.add("exists (select 1 from patron_word w where w.patron_id = p.id and w.word like ?)");
            parameters.add(word + "%"); // words are letters and digits: no sign of the pattern is among them
        }
        var byWords = words.isEmpty() ? "false" : "(" + String.join(" and ", every) + ")";
        where.and(
                "(p.id in (select c.patron_id from patron_card c where c.number in (" + Sql.marks(cards.size())
                        + ")) or " + byWords + ")",
                parameters.toArray());
    }
}
