package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.desk.web.BookingForm.Choices;
import org.carrel.desk.web.BookingForm.Problem;
import org.carrel.desk.web.BookingForm.Start;
import org.carrel.desk.web.BookingForm.Taught;
import org.carrel.patrons.OwnClass;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionTeacher;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TimeSpan;
import org.junit.jupiter.api.Test;

class BookingFormTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final BookingResource LIBRARY = thing(1, Kind.ZONE, OptionalInt.empty());
    private static final BookingResource LAB = thing(2, Kind.LAB, OptionalInt.empty());
    private static final BookingResource CART = thing(3, Kind.CART, OptionalInt.of(20));
    private static final BookingResource OTHER_CART = thing(4, Kind.CART, OptionalInt.of(20));
    private static final Choices CHOICES = new Choices(
            "LMC",
            all(LIBRARY, LAB, CART, OTHER_CART),
            List.of(new Taught(new OwnClass(12, "Grade 5, Chen"), 26), new Taught(new OwnClass(0, "5C"), 24)),
            List.of(1, 2, 3));

    private static BookingResource thing(long id, Kind kind, OptionalInt devices) {
        return new BookingResource(
                id,
                "LMC",
                kind,
                "Thing " + id,
                "",
                1,
                OptionalInt.empty(),
                Duration.ZERO,
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                devices,
                OptionalLong.empty(),
                0,
                false);
    }

    private static Map<Long, BookingResource> all(BookingResource... things) {
        var all = new LinkedHashMap<Long, BookingResource>();
        for (var each : things) all.put(each.id(), each);
        return all;
    }

    private static FormTexts texts(String... pairs) {
        var texts = new HashMap<>(Map.of("day", "2027-03-01", "period", "2", "class", "own-12", "need-1", "yes"));
        for (var i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return new FormTexts(texts);
    }

    private static SessionWish wish(FormTexts texts) {
        var read = BookingForm.read(texts, CHOICES);
        assertThat(read.problems()).isEmpty();
        return read.wish().orElseThrow();
    }

    @Test
    void aClassComesWithAsManyAsItsListHas() {
        var wish = wish(texts());
        assertThat(wish.about().heads()).isEqualTo(26);
        assertThat(wish.about().schoolClass()).hasValue(12);
        assertThat(wish.parts()).containsExactly(new PartWish(1, 26, false));
        assertThat(wish.last()).isEqualTo(2);
        assertThat(wish(texts("heads", "20")).parts()).containsExactly(new PartWish(1, 20, false));
        assertThat(wish(texts("class", "own-0")).about().schoolClass())
                .as("a homeroom")
                .isEmpty();
    }

    @Test
    void twoCartsShareTheDevices() {
        assertThat(wish(texts("need-3", "yes", "need-4", "yes")).parts())
                .containsExactly(new PartWish(1, 26, false), new PartWish(3, 20, false), new PartWish(4, 6, false));
        assertThat(wish(texts("need-3", "yes", "devices", "13")).parts()).contains(new PartWish(3, 13, false));
    }

    @Test
    void everyFieldSaysWhatIsWrongAndTheFirstHasTheFocus() { // B-26
        var read = BookingForm.read(
                new FormTexts(Map.of(
                        "day", "30 Feb", "period", "", "heads", "many", "books", "-1", "class", "", "need-1", "yes")),
                CHOICES);
        assertThat(read.wish()).isEmpty();
        assertThat(read.problems().keySet())
                .containsExactly(Problem.NO_DAY, Problem.NO_PERIOD, Problem.NO_CLASS, Problem.HEADS, Problem.BOOKS);
        assertThat(BookingForm.first(read.problems().keySet())).isEqualTo("day");
        assertThat(BookingForm.read(texts("period", "3", "until", "1"), CHOICES).problems())
                .containsOnlyKeys(Problem.BACKWARDS);
        var nothing = new HashMap<>(texts().texts());
        nothing.remove("need-1");
        assertThat(BookingForm.read(new FormTexts(nothing), CHOICES).problems()).containsOnlyKeys(Problem.NO_NEED);
    }

    @Test
    void aThingThatIsNotThereIsNoNeed() {
        assertThat(wish(texts("need-99", "yes")).parts()).hasSize(1);
    }

    private static ClassSession session(SessionWish wish) {
        return new ClassSession(
                5,
                "LMC",
                ClassSession.Kind.RESEARCH,
                ClassSession.State.BOOKED,
                UUID.randomUUID(),
                0,
                new SessionTeacher(1, OptionalLong.of(1), OptionalLong.empty(), "Ms. Boyd"),
                wish.about(),
                wish.day(),
                wish.first(),
                wish.last(),
                new TimeSpan(Instant.parse("2027-03-01T15:00:00Z"), Instant.parse("2027-03-01T15:45:00Z")),
                wish.parts().stream()
                        .map(part -> new ClassSession.Part(
                                part.resource(),
                                Optional.ofNullable(CHOICES.resources().get(part.resource()))
                                        .map(BookingResource::kind)
                                        .orElse(Kind.AV),
                                "Thing " + part.resource(),
                                "",
                                OptionalLong.empty(),
                                part.quantity(),
                                part.alone()))
                        .toList(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                "",
                Optional.empty(),
                3,
                wish.request(),
                OptionalLong.of(1),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void theUsualPackIsWhatWasBookedLastTime() {
        var last = session(wish(texts("need-3", "yes", "topic", "volcanoes", "books", "12")));
        var form = BookingForm.start(
                new Start(Optional.of(DAY.plusDays(1)), 2, OptionalLong.empty(), Optional.of(last)), CHOICES);
        var again = wish(form);
        assertThat(again.parts()).isEqualTo(last.wish(last.request()).parts());
        assertThat(again.about()).isEqualTo(last.about());
        assertThat(again.day()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void whatIsLookedAtAloneTakesThePlaceOfAnotherPlace() {
        var last = session(wish(texts("need-3", "yes")));
        var form = BookingForm.start(new Start(Optional.of(DAY), 2, OptionalLong.of(2), Optional.of(last)), CHOICES);
        assertThat(wish(form).parts()).extracting(PartWish::resource).containsExactly(2L, 3L);
    }

    @Test
    void whoHasBookedNothingBeginsWithAClassAndAPlace() {
        var form = BookingForm.start(new Start(Optional.of(DAY), 2, OptionalLong.empty(), Optional.empty()), CHOICES);
        assertThat(wish(form).about().className()).isEqualTo("Grade 5, Chen");
        assertThat(wish(form).parts()).containsExactly(new PartWish(1, 26, false));
    }

    @Test
    void aFormThatIsSavedUnchangedChangesNothing() { // B-06
        var facts = new SessionFacts(OptionalLong.of(12), "Grade 5, Chen", "5", 26, "Science", "Look", "volcanoes", 3);
        var half = new SessionWish(
                "LMC",
                DAY,
                2,
                3,
                OptionalLong.empty(),
                facts,
                List.of(new PartWish(1, 13, true), new PartWish(3, 13, false)),
                UUID.randomUUID());
        for (var wish : List.of(
                half,
                half.with(List.of(new PartWish(1, 26, false), new PartWish(3, 20, false), new PartWish(4, 6, false)))))
            assertThat(wish(BookingForm.of(wish, 3, CHOICES))).isEqualTo(wish);
    }
}
