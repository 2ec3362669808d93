package org.carrel.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Items;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.TestDesk;
import org.carrel.lists.ListAnswer.Added;
import org.carrel.lists.ListAnswer.Already;
import org.carrel.lists.ListAnswer.Choose;
import org.carrel.lists.ListAnswer.Full;
import org.carrel.lists.ListAnswer.Gone;
import org.carrel.lists.ListAnswer.Refused;
import org.carrel.lists.ListAnswer.Saved;
import org.carrel.lists.ListAnswer.Stale;
import org.carrel.lists.ListProblem.Field;
import org.carrel.lists.ListProblem.Reason;
import org.carrel.scheduling.TestBookings;
import org.carrel.school.Sites;
import org.carrel.search.CatalogSearch;
import org.carrel.search.IndexSettings;
import org.carrel.search.Readers;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.carrel.security.SecretWords;
import org.carrel.sessions.BookList;
import org.carrel.sessions.SessionBooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading lists through their doors, on the product's database, at a site of their own. */
class ListsIT {
    private TestBookings school;
    private TestDesk desk;
    private ReadingLists lists;
    private SessionLists sessions;
    private SessionBooks books;
    private Caller librarian;
    private Caller teacher;

    @BeforeEach
    void open() {
        school = TestBookings.open();
        desk = school.desk;
        var catalog = new Catalog(desk.database, desk.clock);
        var search = new CatalogSearch(
                new SearchLifecycle(catalog, new IndexSettings(Path.of("none"), "none", IndexSettings.INTERVAL)),
                new Items(desk.database));
        var items = new ItemsAtDesk();
        lists = new ReadingLists(
                desk.database,
                desk.clock,
                new Sites(desk.database, desk.clock, desk.audit),
                new SecretWords(desk.clock),
                search,
                items);
        books = new SessionBooks(desk.database, desk.clock, school.bookings, search, catalog, desk.desk, items);
        sessions = new SessionLists(desk.database, desk.clock, school.bookings, desk.calendar, books, lists);
        librarian = school.librarian();
        teacher = school.teacher();
    }

    @AfterEach
    void close() {
        if (desk != null)
            desk.write("delete from reading_list where site_id = (select id from site where code = ?)", desk.site);
        if (school != null) school.close();
    }

    private ListDraft draft(String title) {
        return new ListDraft(0, 0, ListKind.LIST, title, "", "en", Readers.ALL, "", desk.site);
    }

    private long made(String title, Caller by) {
        return ((Saved) lists.save(draft(title), by)).list();
    }

    private ReadingList known(long list) {
        return lists.find(list).orElseThrow();
    }

    private long bib(String barcode) {
        return desk.number("select bib_id from item where barcode = ?", barcode);
    }

    private List<Long> bibs(long list) {
        return lists.entries(list).stream()
                .flatMap(entry -> entry.bib().stream().boxed())
                .toList();
    }

    @Test
    void aDraftIsForWhoKeepsItAndItsLinkOpensNothingUntilItIsPublished() {
        var list = made("Sharks", teacher);
        var word = known(list).word();
        assertThat(lists.shared(word)).isEmpty();
        assertThat(lists.publish(list, teacher)).isEqualTo(new Saved(list));
        assertThat(lists.shared(word).orElseThrow().list().title()).isEqualTo("Sharks");
        assertThat(lists.keepBack(list, teacher)).isEqualTo(new Saved(list));
        assertThat(lists.shared(word)).as("a draft again").isEmpty();
        assertThat(Stream.of("", "x", "' or 1=1 -- aaaaaaaaaaa", word + "a").map(lists::shared))
                .allMatch(found -> found.isEmpty());
    }

    @Test
    void aScannedTitleGoesToTheEndOnceAndWhatTheCatalogDoesNotShowIsNotSeen() {
        var list = made("Sharks", librarian);
        lists.publish(list, librarian);
        var first = desk.copy("Sharks");
        var second = desk.copy("Whales");
        assertThat(lists.add(list, " " + first + " ", librarian)).isInstanceOf(Added.class);
        assertThat(lists.add(list, second, librarian)).isInstanceOf(Added.class);
        assertThat(lists.add(list, first, librarian)).isInstanceOf(Already.class);
        assertThat(lists.add(list, "no such barcode", librarian)).isEqualTo(new Choose(List.of()));
        assertThat(lists.addTitle(list, Long.MAX_VALUE, librarian)).isEqualTo(new Choose(List.of()));
        assertThat(bibs(list)).containsExactly(bib(first), bib(second));

        // The first is deleted, which here is a number that the catalog does not have.
        desk.write(
                "update reading_list_entry set bib_id = 9000000000000 where list_id = ? and bib_id = ?",
                list,
                bib(first));
        var shown = lists.shared(known(list).word()).orElseThrow().entries();
        assertThat(shown).singleElement().extracting(ListEntry::listed).isEqualTo(true);
        assertThat(lists.counts(List.of(list))).containsEntry(list, 1);
        assertThat(lists.moveUp(list, shown.getFirst().id(), librarian)).isEqualTo(new Saved(list));
        desk.write(
                "update reading_list_entry set bib_id = ? where list_id = ? and bib_id = 9000000000000",
                bib(first),
                list);
        assertThat(lists.shared(known(list).word()).orElseThrow().entries())
                .as("the deletion is taken back")
                .hasSize(2);
    }

    @Test
    void whenTwoRecordsBecomeOneTheirListsHaveTheOneThatStaysAndBothAgainWhenItIsTakenBack() {
        var going = desk.copy("Going");
        var staying = desk.copy("Staying");
        var one = made("Has one", librarian);
        var both = made("Has both", librarian);
        lists.add(one, going, librarian);
        lists.add(both, staying, librarian);
        lists.add(both, going, librarian);
        var titles = new ListTitles(desk.database);
        assertThat(titles.count(List.of(bib(going)))).isEqualTo(2);
        var moved = desk.database.transaction(connection -> titles.move(connection, bib(going), bib(staying)));
        assertThat(bibs(one)).containsExactly(bib(staying));
        assertThat(bibs(both)).containsExactly(bib(staying), bib(going));
        desk.database.transaction(connection -> {
            titles.moveBack(connection, moved, bib(going), bib(staying));
            return true;
        });
        assertThat(bibs(one)).containsExactly(bib(going));
        assertThat(bibs(both)).containsExactly(bib(staying), bib(going));
    }

    @Test
    void aPlaceOnTheWebIsKeptAsItWasTypedAndOnlyWhenItIsPublicAndSecure() { // ST-11
        var list = made("Volcanoes", librarian);
        for (var address : List.of(
                "http://www.nasa.gov", "javascript:alert(1)", "https://localhost/", "https://169.254.169.254/")) {
            assertThat(lists.addWeb(list, new WebDraft(address, "Page", "", Readers.ALL), librarian))
                    .isInstanceOf(Refused.class);
        }
        assertThat(lists.entries(list)).isEmpty();
        var draft = new WebDraft("https://kids.britannica.com/volcano", "Britannica", "#{7*7} <b>", Readers.MIDDLE);
        assertThat(lists.addWeb(list, draft, librarian)).isEqualTo(new Added("Britannica"));
        assertThat(lists.addWeb(list, draft, librarian))
                .isEqualTo(new Refused(List.of(new ListProblem(Field.WEB_ADDRESS, Reason.TAKEN))));
        assertThat(lists.entries(list)).singleElement().satisfies(entry -> {
            assertThat(entry.url()).isEqualTo("https://kids.britannica.com/volcano");
            assertThat(entry.note()).isEqualTo("#{7*7} <b>");
            assertThat(entry.readers()).isEqualTo(Readers.MIDDLE);
            assertThat(entry.bib()).isEmpty();
        });
    }

    @Test
    void theOrderAndTheNotesAreChangedAndNothingOfAnotherList() {
        var list = made("Sharks", librarian);
        var barcodes = Stream.of("One", "Two", "Three").map(desk::copy).toList();
        barcodes.forEach(barcode -> lists.add(list, barcode, librarian));
        var last = lists.entries(list).getLast().id();
        lists.moveUp(list, last, librarian);
        lists.moveUp(list, last, librarian);
        lists.moveUp(list, last, librarian);
        assertThat(bibs(list)).containsExactly(bib(barcodes.get(2)), bib(barcodes.get(0)), bib(barcodes.get(1)));
        lists.moveDown(list, last, librarian);
        assertThat(bibs(list).get(1)).isEqualTo(bib(barcodes.get(2)));

        assertThat(lists.describe(list, last, " Scary,\n but short ", Readers.HIGH, librarian))
                .isEqualTo(new Saved(list));
        assertThat(lists.describe(list, last, "n".repeat(501), Readers.ALL, librarian))
                .isEqualTo(new Refused(List.of(new ListProblem(Field.WEB_NOTE, Reason.TOO_LONG))));
        assertThat(lists.entries(list).get(1).note()).isEqualTo("Scary, but short");
        assertThat(lists.entries(list).get(1).readers()).isEqualTo(Readers.HIGH);

        var other = made("Whales", librarian);
        assertThat(lists.describe(other, last, "x", Readers.ALL, librarian)).isEqualTo(new Gone());
        lists.takeOff(other, last, librarian);
        assertThat(lists.entries(list)).hasSize(3);
        lists.takeOff(list, last, librarian);
        lists.takeOff(list, last, librarian);
        assertThat(lists.entries(list)).hasSize(2);
    }

    @Test
    void ofTwoPeopleWhoChangeAListTheSecondIsTold() {
        var list = made("Sharks", librarian);
        var opened = ListDraft.of(known(list));
        var changed = new ListDraft(
                list, opened.version(), ListKind.AWARD, "Newbery Medal", "", "en", Readers.ALL, "2026", desk.site);
        assertThat(lists.save(changed, librarian)).isEqualTo(new Saved(list));
        assertThat(lists.save(opened, librarian)).isEqualTo(new Stale());
        assertThat(known(list).fullTitle()).isEqualTo("Newbery Medal 2026");
    }

    @Test
    void aTeacherKeepsTheirOwnAndReachesNoOther() { // ST-07, ST-08
        var own = made("For grade 5", teacher);
        var other = made("For grade 6", school.teacher());
        var elsewhere = new Caller(1, "elsewhere", "Elsewhere", Role.LIBRARIAN, Optional.of("LMC"));
        assertThat(lists.keptBy(teacher)).extracting(ReadingList::id).containsExactly(own);
        assertThat(lists.keptBy(librarian)).extracting(ReadingList::id).contains(own, other);
        assertThat(lists.keptBy(elsewhere)).extracting(ReadingList::id).doesNotContain(own, other);
        var barcode = desk.copy("Sharks");
        for (var stranger : List.of(teacher, elsewhere)) {
            assertThat(lists.publish(other, stranger)).isEqualTo(new Gone());
            assertThat(lists.add(other, barcode, stranger)).isEqualTo(new Gone());
            assertThat(lists.remove(other, stranger)).isEqualTo(new Gone());
            assertThat(lists.save(
                            new ListDraft(other, 0, ListKind.LIST, "Mine", "", "en", Readers.ALL, "", desk.site),
                            stranger))
                    .isEqualTo(new Gone());
        }
        assertThat(lists.entries(other)).isEmpty();
        // Nobody moves a list to a school that is not theirs.
        assertThat(lists.save(new ListDraft(own, 0, ListKind.LIST, "Mine", "", "en", Readers.ALL, "", "LMC"), teacher))
                .isEqualTo(new Refused(List.of(new ListProblem(Field.SITE, Reason.UNKNOWN))));
        assertThat(lists.setHome(own, true, teacher))
                .as("the kiosks are nobody's own")
                .isEqualTo(new Gone());
    }

    @Test
    void kiosksShowWhatIsPublishedForTheirSchoolAndTheirReaders() {
        var list = ((Saved) lists.save(
                        new ListDraft(0, 0, ListKind.LIST, "Big books", "", "en", Readers.HIGH, "", desk.site),
                        librarian))
                .list();
        lists.setHome(list, true, librarian);
        assertThat(lists.onHome(desk.site, Readers.ALL)).as("a draft").isEmpty();
        lists.publish(list, librarian);
        assertThat(lists.onHome(desk.site, Readers.ALL))
                .extracting(ReadingList::id)
                .containsExactly(list);
        assertThat(lists.onHome(desk.site, Readers.HIGH)).hasSize(1);
        assertThat(lists.onHome(desk.site, Readers.ELEMENTARY)).isEmpty();
        assertThat(lists.onHome("LMC", Readers.ALL)).extracting(ReadingList::id).doesNotContain(list);
        lists.setHome(list, false, librarian);
        assertThat(lists.onHome(desk.site, Readers.ALL)).isEmpty();
    }

    @Test
    void aRemovedListComesBackAsADraftForThirtyDays() {
        var list = made("Sharks", librarian);
        lists.add(list, desk.copy("Sharks"), librarian);
        lists.publish(list, librarian);
        lists.remove(list, librarian);
        assertThat(lists.shared(known(list).word())).isEmpty();
        assertThat(lists.publish(list, librarian)).as("it is removed").isEqualTo(new Gone());
        assertThat(lists.restore(list, librarian)).isEqualTo(new Saved(list));
        assertThat(known(list).state()).isEqualTo(ListState.DRAFT);
        assertThat(lists.entries(list)).hasSize(1);
        lists.remove(list, librarian);
        desk.clock.set(desk.clock.instant().plus(ReadingLists.KEPT).plus(Duration.ofMinutes(1)));
        lists.remove(made("Whales", librarian), librarian);
        assertThat(lists.find(list)).isEmpty();
    }

    @Test
    void aListThatIsFullTakesNoMore() {
        var list = made("Everything", librarian);
        for (var at = 0; at < ReadingLists.MOST_ENTRIES; at++) {
            desk.write(
                    "insert into reading_list_entry (list_id, position, url, title) values (?, ?, ?, 'Page')",
                    list,
                    at + 1,
                    "https://www.nasa.gov/" + at);
        }
        assertThat(lists.add(list, desk.copy("One more"), librarian)).isEqualTo(new Full());
        assertThat(lists.addWeb(list, new WebDraft("https://www.nasa.gov", "NASA", "", Readers.ALL), librarian))
                .isEqualTo(new Full());
        assertThat(lists.entries(list)).hasSize(ReadingLists.MOST_ENTRIES);
    }

    @Test
    void theListOfAClassIsOfferedInItsHourAndItsBooksAreWantedOnTheCart() {
        var session = school.booked(school.wish(MONDAY, 3, school.zone(1, 30)), librarian);
        var list = made("Volcanoes", teacher);
        var barcode = desk.copy("Volcanoes");
        lists.add(list, barcode, teacher);
        assertThat(sessions.attach(session.id(), list, librarian)).as("a draft").isFalse();
        lists.publish(list, teacher);
        assertThat(sessions.attach(session.id(), list, teacher))
                .as("not their session")
                .isFalse();
        assertThat(sessions.choices(session.id(), librarian))
                .extracting(ReadingList::id)
                .contains(list);
        assertThat(sessions.attach(session.id(), list, librarian)).isTrue();
        assertThat(sessions.attach(session.id(), list, librarian))
                .as("once more")
                .isTrue();
        assertThat(sessions.of(session.id())).extracting(ReadingList::id).containsExactly(list);
        assertThat(sessions.choices(session.id(), librarian))
                .extracting(ReadingList::id)
                .doesNotContain(list);

        assertThat(sessions.putOnCart(session.id(), list, librarian)).isTrue();
        assertThat(books.of(session.id()).orElseThrow().wanted())
                .extracting(BookList.Wanted::bib)
                .containsExactly(bib(barcode));

        assertThat(sessions.now(desk.site)).isEmpty();
        desk.clock.set(session.span().starts().plusSeconds(60));
        assertThat(sessions.now(desk.site)).extracting(ReadingList::id).containsExactly(list);
        lists.keepBack(list, teacher);
        assertThat(sessions.now(desk.site)).as("kept back").isEmpty();
        lists.publish(list, teacher);
        desk.clock.set(MONDAY.atTime(20, 0).atZone(CHICAGO).toInstant());
        assertThat(sessions.now(desk.site)).isEmpty();
        assertThat(sessions.detach(session.id(), list, librarian)).isTrue();
        assertThat(sessions.of(session.id())).isEmpty();
    }
}
