package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.catalog.NewTitleAnswer.CopyRefused;
import org.carrel.catalog.NewTitleAnswer.RecordRefused;
import org.carrel.catalog.NewTitleAnswer.Stored;
import org.carrel.fixtures.Deployments;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Titles that come with their first copy, in the real server on the real database. */
@ExtendWith(ArquillianExtension.class)
class NewTitlesIT {
    @Inject
    NewTitles titles;

    @Inject
    CopyEdits copies;

    @Inject
    Catalog catalog;

    @Inject
    CatalogCheck check;

    @Inject
    Database database;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String isbn = isbn(System.nanoTime() / 1000);
    private Caller caller;
    private Caller another;

    @Deployment
    static WebArchive application() {
        return Deployments.wholeApplication();
    }

    @BeforeEach
    void somePeople() {
        caller = someone();
        another = someone();
        database.transaction(connection ->
                Sql.update(connection, "insert ignore into site (code, name) values ('LMC', 'Library media center')"));
    }

    private Caller someone() {
        var name = "adder-" + UUID.randomUUID();
        var account = database.transaction(connection -> {
            Sql.update(
                    connection,
                    "insert into account (username, display_name, role, created_at, changed_at) "
                            + "values (?, 'Adder', 'librarian', utc_timestamp(), utc_timestamp())",
                    name);
            return Sql.first(connection, "select id from account where username = ?", row -> row.getLong(1), name)
                    .orElseThrow();
        });
        return new Caller(account, name, "Adder", Role.LIBRARIAN, Optional.empty());
    }

    private static String isbn(long seed) {
        var body = "979" + String.format("%09d", seed % 1_000_000_000L);
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return body + (10 - sum % 10) % 10;
    }

    private MarcRecord record(String title) {
        return titles.brief(new BriefRecord(
                Material.BOOK,
                title + " " + mark,
                "",
                List.of("Ida Plumfeather"),
                new BriefRecord.Imprint("", "", "2020"),
                "",
                isbn,
                new BriefRecord.Series("", ""),
                List.of(),
                List.of(),
                List.of(),
                "",
                "eng",
                new BriefRecord.Audience(' ', "")));
    }

    private CopyForm copy(String barcode) {
        return new CopyForm("LMC", "", "", barcode + "-" + mark, "FIC PLU", "", "", "", "", "", "", "", true);
    }

    private List<String> problems() {
        var problems = new ArrayList<String>();
        check.run(problems::add);
        return problems;
    }

    private Stored stored(NewTitleAnswer answer) {
        assertThat(answer).isInstanceOf(Stored.class);
        return (Stored) answer;
    }

    @Test
    void aTitleAndItsCopyAreStoredTogetherAndTakenBackTogether() {
        var stored = stored(titles.add(record("Kazoo"), Optional.of(isbn), copy("NT1"), caller));
        assertThat(stored.made()).isTrue();
        assertThat(titles.withIsbn(isbn)).containsExactly(stored.bib());
        assertThat(copies.find(stored.item()).orElseThrow().form().callNumber()).isEqualTo("FIC PLU");
        assertThat(problems()).isEmpty();
        assertThat(titles.undo(stored.item(), another)).isEqualTo(NewTitles.Undone.NOT_NOW);
        assertThat(titles.undo(stored.item(), caller)).isEqualTo(NewTitles.Undone.TITLE);
        assertThat(titles.undo(stored.item(), caller)).isEqualTo(NewTitles.Undone.NOT_NOW);
        assertThat(catalog.find(stored.bib())).isEmpty();
        assertThat(titles.withIsbn(isbn)).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void aCopyThatIsRefusedLeavesNoTitleBehind() {
        var first = stored(titles.add(record("Kazoo"), Optional.empty(), copy("NT2"), caller));
        var size = catalog.size();
        assertThat(titles.add(record("Another kazoo"), Optional.empty(), copy("NT2"), another))
                .isInstanceOf(CopyRefused.class);
        assertThat(catalog.size()).isEqualTo(size);
        var untitled = new MarcRecord("00000nam a2200000 i 4500", List.of());
        assertThat(titles.add(untitled, Optional.empty(), copy("NT3"), caller)).isInstanceOf(RecordRefused.class);
        assertThat(first.made()).isTrue();
    }

    @Test
    void aFormThatIsSentTwiceAddsOneCopy() {
        var first = stored(titles.add(record("Kazoo"), Optional.of(isbn), copy("NT4"), caller));
        var again = stored(titles.add(record("Kazoo"), Optional.of(isbn), copy("NT4"), caller));
        assertThat(again.item()).isEqualTo(first.item());
        assertThat(copies.of(first.bib())).hasSize(1);
    }

    @Test
    void twoWhoAddTheSameBookAtOnceMakeOneTitleWithTwoCopies() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.<Callable<NewTitleAnswer>>of(
                    () -> titles.add(record("Kazoo"), Optional.of(isbn), copy("NT5"), caller),
                    () -> titles.add(record("Kazoo"), Optional.of(isbn), copy("NT6"), another)));
            var bibs = new ArrayList<Long>();
            for (var one : both) bibs.add(stored(one.get()).bib());
            assertThat(bibs.getFirst()).isEqualTo(bibs.getLast());
            assertThat(titles.withIsbn(isbn)).hasSize(1);
            assertThat(copies.of(bibs.getFirst())).hasSize(2);
        }
        assertThat(problems()).isEmpty();
    }

    @Test
    void aTitleWithAnotherCopyStaysWhenOneIsTakenBack() {
        var first = stored(titles.add(record("Kazoo"), Optional.of(isbn), copy("NT7"), caller));
        var second = stored(titles.addCopy(first.bib(), copy("NT8"), another));
        assertThat(second.made()).isFalse();
        assertThat(titles.undo(first.item(), caller)).isEqualTo(NewTitles.Undone.COPY);
        assertThat(catalog.find(first.bib())).isPresent();
    }
}
