package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.privacy.rules.PersonalData;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of columns that are about people against the tables that there are (PR-7). */
class PersonalDataIT {
    /** Names of columns that are, or may be, about a person. */
    private static final Pattern ABOUT_PEOPLE = Pattern.compile(
            "(?:^|.*_)(?:patron|account|person|actor|username|email|phone|given|middle|family|preferred|guardian|homeroom|"
                    + "display|card|identifier|sourced|pseudonym|student|teacher|borrower|user|address)(?:_.*|$)|.*_by|by_.*|bytes");
    /** Tables whose columns only sound so: of devices, books and files, not of people. */
    private static final List<String> NOT_OF_PEOPLE = List.of(
            "flyway_schema_history",
            "bib_record",
            "item",
            "removed_record",
            "removed_item",
            "topic",
            "topic_tile",
            "import_piece");

    private static Privacy privacy;

    @BeforeAll
    static void connect() {
        privacy = Privacy.connect(Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (privacy != null) privacy.close();
    }

    private record Column(String table, String name) {}

    private static List<Column> columns(String sql) {
        return privacy.database.read(
                connection -> Sql.list(connection, sql, row -> new Column(row.getString(1), row.getString(2))));
    }

    @Test
    void everyColumnThatPointsToAPersonIsInTheList() { // PR-7
        var pointing = columns("select table_name, column_name from information_schema.key_column_usage "
                + "where table_schema = database() and referenced_table_name in ('patron', 'account')");
        assertThat(pointing).hasSizeGreaterThan(10);
        assertThat(pointing).allMatch(column -> PersonalData.knows(column.table(), column.name()));
    }

    @Test
    void everyColumnWhoseNameIsAboutPeopleIsInTheList() { // PR-7
        var all = columns("select c.table_name, c.column_name from information_schema.columns c "
                + "join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name "
                + "where c.table_schema = database() and t.table_type = 'BASE TABLE'");
        assertThat(all)
                .filteredOn(column -> ABOUT_PEOPLE.matcher(column.name()).matches())
                .filteredOn(column -> !NOT_OF_PEOPLE.contains(column.table()))
                .allMatch(column -> PersonalData.knows(column.table(), column.name()));
    }

    /** A new column of such a table is told to the person, or somebody has said why not. */
    @Test
    void everyColumnOfATableAboutPeopleIsToldOrNamedAsUntold() { // PR-7
        for (var table : PersonalData.tables()) {
            var there = columns("select table_name, column_name from information_schema.columns "
                            + "where table_schema = database() and table_name = '" + table.name() + "'")
                    .stream()
                    .map(Column::name)
                    .toList();
            var listed = new ArrayList<>(table.told());
            listed.addAll(table.untold());
            if (table.name().equals("roster_field") || table.name().equals("roster_change")) listed.remove("run_id");
            assertThat(there).as(table.name()).containsAll(listed);
            assertThat(listed)
                    .as(table.name())
                    .containsAll(there.stream()
                            .filter(name -> !name.equals("run_id"))
                            .toList());
        }
    }

    @Test
    void aPersonGetsEverythingAndWhoLooked() { // PR-5, PR-7
        var mark = Privacy.unique("x");
        var id = privacy.student(mark, "LMC");
        privacy.cards.add(id, "CARD" + mark, "test");
        privacy.blocks.block(id, "Lost a book, " + mark, Optional.empty(), "test");
        var librarian = Staff.of(Role.LIBRARIAN).caller();
        assertThat(privacy.views.looked(librarian, id, "Asked at the desk, " + mark))
                .isTrue();
        var began = System.nanoTime();
        var file = privacy.exports.make(Privacy.admin(), id).orElseThrow();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        var json = PersonFileJson.write(file);
        assertThat(json)
                .contains("Given" + mark, "Middle" + mark, "Called" + mark, "no-" + mark, "user." + mark)
                .contains(mark + "@school.example", "Guardian" + mark, "g" + mark + "@home.example")
                .contains("Room " + mark, "Note about " + mark, "CARD" + mark.toUpperCase(), "Lost a book, " + mark)
                .contains("Asked at the desk, " + mark, librarian.displayName());
        assertThat(file.looks()).hasSize(2);
        assertThat(privacy.exports.looks(Privacy.admin(), id).getFirst().action())
                .isEqualTo("person_exported");
    }

    @Test
    void aPersonOfAnotherSchoolIsNotThere() { // ST-07, ST-08
        var id = privacy.student(Privacy.unique("x"), "EAST");
        var here = Staff.of(Role.ADMIN, "LMC").caller();
        assertThat(privacy.exports.make(here, id)).isEmpty();
        assertThat(privacy.exports.looks(here, id)).isEmpty();
        assertThat(privacy.views.looked(here, id, "x")).isFalse();
        assertThat(privacy.erasures().erase(here, id, ErasureReason.ASKED)).isEqualTo(ErasureResult.MISSING);
        assertThat(privacy.patrons.find(id)).isPresent();
    }
}
