package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.carrel.scheduling.BookingReason.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One sentence for each reason, for all who are told it. */
class ReasonWordsTest {
    private static final Locale SPANISH = Locale.of("es");

    @ParameterizedTest
    @EnumSource
    void everyReasonIsASentenceInBothLanguages(Kind kind) {
        var reason = new BookingReason(kind, List.of("2", "2026-12-03"));
        var english = new ReasonWords(Locale.ENGLISH).of(reason, "Lab 2");
        var spanish = new ReasonWords(SPANISH).of(reason, "Lab 2");
        for (var sentence : List.of(english, spanish))
            assertThat(sentence).endsWith(".").doesNotContain("{").doesNotContain("null");
        assertThat(spanish).isNotEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_SCHOOL       | 2026-12-03 | There is no school on Thu, Dec 3, 2026.
            TOO_LATE        | 1          | It has to be booked at least 1 hour before it begins.
            TOO_LATE        | 12         | It has to be booked at least 12 hours before it begins.
            WEEK_FULL       | 1          | A teacher can have at most 1 session a week.
            DAY_FULL        | 3          | A teacher can have at most 3 sessions a day.
            # the English name that the rule knows gives way to the name in the language of the reader
            TAKEN           | Lab two    | Lab 2 is taken.
            TOO_MANY_PEOPLE | 0          | Not enough room: Lab 2 has room for 0 people then.
            GONE            | 0          | Lab 2 cannot be booked any more.
            """)
    void aReasonIsSaidWithWhatItKnows(Kind kind, String fact, String sentence) {
        assertThat(new ReasonWords(Locale.ENGLISH).of(BookingReason.of(kind, fact), "Lab 2"))
                .isEqualTo(sentence);
    }

    @Test
    void whatHasNoNameIsSaidAllTheSame() {
        assertThat(new ReasonWords(Locale.ENGLISH).of(BookingReason.of(Kind.GONE), ""))
                .isEqualTo("Something of it cannot be booked any more.");
        assertThat(new ReasonWords(SPANISH).of(BookingReason.of(Kind.GONE), ""))
                .isEqualTo("Ya no se puede reservar: algo de esto.");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var files = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle("org.carrel.scheduling.words", Locale.ENGLISH, files);
        var spanish = ResourceBundle.getBundle("org.carrel.scheduling.words", SPANISH, files);
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(Arrays.stream(Kind.values()).map(kind -> "reason." + kind)).allMatch(english::containsKey);
    }
}
