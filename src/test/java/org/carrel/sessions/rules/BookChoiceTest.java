package org.carrel.sessions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.sessions.rules.BookChoice.Candidate;
import org.carrel.sessions.rules.BookChoice.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookChoiceTest {
    private static Candidate book(long bib, String language, int free) {
        return new Candidate(bib, language, ' ', OptionalInt.empty(), OptionalInt.empty(), free);
    }

    private static Candidate graded(long bib, int from, int to) {
        return new Candidate(bib, "eng", ' ', OptionalInt.of(from), OptionalInt.of(to), 1);
    }

    @Test
    void oneOfFourIsSpanishWhileThereAreAny() {
        var found =
                List.of(book(1, "eng", 1), book(2, "eng", 1), book(3, "eng", 1), book(4, "eng", 1), book(5, "spa", 1));
        assertThat(BookChoice.of(found, OptionalInt.empty(), 4))
                .extracting(Choice::bib)
                .containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void whatIsForOtherGradesIsLeftOutAndWhatIsKnownComesFirst() {
        var found = List.of(book(1, "eng", 1), graded(2, 9, 12), graded(3, 4, 6), graded(4, 0, 2));
        assertThat(BookChoice.of(found, OptionalInt.of(5), 9))
                .extracting(Choice::bib)
                .containsExactly(3L, 1L);
    }

    @Test
    void whereThereAreTooFewTitlesThereAreMoreCopiesOfEach() {
        var found = List.of(book(1, "eng", 3), book(2, "eng", 1), book(3, "eng", 0));
        assertThat(BookChoice.of(found, OptionalInt.empty(), 5)).containsExactly(new Choice(1, 3), new Choice(2, 1));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "05, 5", "K, 0", "pk, 0", "12, 12", "'', -1", "fifth, -1", "99, -1"})
    void gradesAreReadAsSchoolsWriteThem(String text, int grade) {
        assertThat(BookChoice.grade(text).orElse(-1)).isEqualTo(grade);
    }

    @Property
    void neverMoreThanAskedForOrThanThereAre(
            @ForAll @Size(max = 20) List<@IntRange(max = 4) Integer> free, @ForAll @IntRange(max = 60) int number) {
        var found = new ArrayList<Candidate>();
        for (var copies : free) found.add(book(found.size(), found.size() % 3 == 0 ? "spa" : "eng", copies));
        var chosen = BookChoice.of(found, OptionalInt.empty(), number);
        var all = free.stream().mapToInt(Integer::intValue).sum();
        assertThat(chosen.stream().mapToInt(Choice::copies).sum()).isEqualTo(Math.min(all, number));
        assertThat(chosen).allSatisfy(one -> assertThat(one.copies()).isBetween(1, free.get((int) one.bib())));
    }
}
