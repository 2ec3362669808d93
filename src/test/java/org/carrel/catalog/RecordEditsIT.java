package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.catalog.EditAnswer.Conflicting;
import org.carrel.catalog.EditAnswer.Refused;
import org.carrel.catalog.EditAnswer.Same;
import org.carrel.catalog.EditAnswer.Saved;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.fixtures.Deployments;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that people change, in the real server on the real database. */
@ExtendWith(ArquillianExtension.class)
class RecordEditsIT {
    private static final String LEADER = "00000nam a2200000 i 4500";

    @Inject
    RecordEdits edits;

    @Inject
    Catalog catalog;

    @Inject
    CatalogCheck check;

    @Inject
    Database database;

    private long account;

    @Deployment
    static WebArchive application() {
        return Deployments.wholeApplication();
    }

    @BeforeEach
    void someAccount() {
        account = database.transaction(connection -> {
            var name = "editor-" + UUID.randomUUID();
            Sql.update(
                    connection,
                    "insert into account (username, display_name, role, created_at, changed_at) "
                            + "values (?, 'Editor', 'librarian', utc_timestamp(), utc_timestamp())",
                    name);
            return Sql.first(connection, "select id from account where username = ?", row -> row.getLong(1), name)
                    .orElseThrow();
        });
    }

    private List<String> problems() {
        var problems = new ArrayList<String>();
        check.run(problems::add);
        return problems;
    }

    private static DataField field(String tag, String text) {
        return new DataField(tag, ' ', ' ', List.of(new Subfield('a', text)));
    }

    private static MarcRecord record(String title, String... notes) {
        var fields = new ArrayList<MarcField>();
        fields.add(field("245", title));
        for (var note : notes) fields.add(field("500", note));
        return new MarcRecord(LEADER, fields);
    }

    private long added(String title) {
        return edits.add(record(title), account).id().orElseThrow();
    }

    private MarcRecord with(MarcRecord record, MarcField field) {
        var fields = new ArrayList<MarcField>(record.fields());
        fields.add(field);
        return new MarcRecord(record.leader(), fields);
    }

    @Test
    void aRecordThatSomebodyAddsIsInTheCatalogAndHasANumber() {
        var id = added("Axolotl days");
        var open = edits.open(id).orElseThrow();
        assertThat(open.record().control("001")).contains("carrel-" + id);
        assertThat(open.record().control("005").orElseThrow()).matches("\\d{14}\\.0");
        assertThat(catalog.find(id).orElseThrow().record().titles().main()).isEqualTo("Axolotl days");
        assertThat(edits.history(id)).singleElement().satisfies(state -> {
            assertThat(state.kind()).contains(EditKind.ADDED);
            assertThat(state.who()).contains("Editor");
            assertThat(state.present()).isTrue();
        });
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatIsNotChangedIsNotWritten() {
        var id = added("Same again");
        var open = edits.open(id).orElseThrow();
        var before = catalog.lastChange();
        assertThat(edits.save(id, open.version(), open.record(), account)).isEqualTo(new Same(1));
        assertThat(edits.open(id)).contains(open);
        assertThat(catalog.lastChange()).isEqualTo(before);
    }

    @Test
    void aRecordWithoutATitleIsRefused() {
        var id = added("Has a title");
        var bare = new MarcRecord(LEADER, List.of(field("500", "No title")));
        assertThat(edits.save(id, 1, bare, account)).isInstanceOf(Refused.class);
        assertThat(edits.add(bare, account).why()).isNotEmpty();
        assertThat(edits.open(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void twoEditorsLoseNothing() {
        var id = added("Two editors");
        var open = edits.open(id).orElseThrow();
        assertThat(edits.save(id, 1, with(open.record(), field("520", "About axolotls")), account))
                .isEqualTo(new Saved(2, false));
        assertThat(edits.save(id, 1, with(open.record(), field("650", "Salamanders")), account))
                .isEqualTo(new Saved(3, true));
        var now = edits.open(id).orElseThrow().record();
        assertThat(now.data("520", "650")).hasSize(2);
        assertThat(edits.history(id))
                .extracting(RecordState::kind)
                .extracting(kind -> kind.orElseThrow())
                .containsExactly(EditKind.MERGED, EditKind.EDITED, EditKind.ADDED);
    }

    @Test
    void whoTouchesTheSameIsAskedAndThenHasTheirWay() {
        var id = added("Asked");
        var one = record("Asked by one");
        var two = record("Asked by two");
        assertThat(edits.save(id, 1, one, account)).isInstanceOf(Saved.class);
        var answer = edits.save(id, 1, two, account);
        assertThat(answer).isInstanceOfSatisfying(Conflicting.class, asked -> {
            assertThat(asked.version()).isEqualTo(2);
            assertThat(asked.conflicts()).extracting(EditConflict::tag).contains("245");
        });
        var conflicts = ((Conflicting) answer).conflicts();
        var choices = new HashMap<Integer, Choice>();
        for (var at = 0; at < conflicts.size(); at++) choices.put(at, Choice.MINE);
        assertThat(edits.save(id, 1, two, choices, OptionalInt.of(2), account)).isInstanceOf(Saved.class);
        assertThat(catalog.find(id).orElseThrow().record().titles().main()).isEqualTo("Asked by two");
        // Chosen about what stands no more: asked again, and nothing is stored.
        edits.save(id, 3, record("Asked by three"), account);
        assertThat(edits.save(id, 1, two, choices, OptionalInt.of(2), account)).isInstanceOf(Conflicting.class);
    }

    @Test
    void anEarlierVersionComesBackAndNothingIsForgotten() {
        var id = added("First words");
        var first = edits.open(id).orElseThrow().record();
        edits.save(id, 1, record("Second words"), account);
        assertThat(edits.restore(id, 1, 2, account)).isEqualTo(new Saved(3, false));
        assertThat(edits.open(id).orElseThrow().record().data("245"))
                .containsExactlyElementsOf(first.data("245").toList());
        assertThat(edits.version(id, 2)
                        .orElseThrow()
                        .data("245")
                        .findFirst()
                        .orElseThrow()
                        .first('a'))
                .contains("Second words");
        assertThat(edits.restore(id, 2, 2, account)).isEqualTo(new Conflicting(3, List.of()));
    }

    @Test
    void twentyAtOnceLoseNothing() throws Exception {
        var id = added("Twenty at once");
        var open = edits.open(id).orElseThrow();
        List<Callable<EditAnswer>> all = new ArrayList<>();
        for (var i = 0; i < 20; i++) {
            var mine = with(open.record(), field("650", "Subject " + i));
            all.add(() -> edits.save(id, open.version(), mine, account));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var each : pool.invokeAll(all)) assertThat(each.resultNow()).isInstanceOf(Saved.class);
        }
        assertThat(edits.open(id).orElseThrow().record().data("650")).hasSize(20);
        assertThat(problems()).isEmpty();
    }
}
