package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.search.SearchCase.Expectation.NotUnderstood;
import org.carrel.search.StarterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1: Holes                                   | [First[titles=[Holes]]]
            1: Wonder; The wizard of Oz not above it   | [First[titles=[Wonder]], Below[titles=[The wizard of Oz]]]
            1: Dog Man; Dog Man unleashed second       | [First[titles=[Dog Man]], First[titles=[, Dog Man unleashed]]]
            1: Drama (Telgemeier), not plays by subject | [First[titles=[Drama]]]
            1-2: Whales titles                         | [First[titles=[Whales, Whales]]]
            same as sharks                             | [SameAs[query=sharks, first=20]]
            same first result as nino                  | [SameAs[query=nino, first=1]]
            all Riordan                                | [AllOf[about=Riordan]]
            3 titles in series order                   | [InSeriesOrder[count=3]]
            5 A titles in order above B and C          | [InSeriesOrder[count=5], Below[titles=[B, C]]]
            language filter Spanish applied: 5 titles  | [InLanguage[code=spa, atLeast=5]]
            range filter, not text                     | [UnderstoodAs[as=LEVEL]]
            Humorous stories                           | [Shows[words=[Humorous stories]]]
            zero-results page with browse choices      | [Nothing[]]
            no error                                   | [Answered[]]
            """)
    void isRead(String expected, String expectations) {
        assertThat(CaseText.of("asked", expected, "").expected()).hasToString(expectations);
    }

    @Test
    void linesWithoutATabAndTheHeadingsAreLeftOut() {
        assertThat(CaseText.cases(List.of("query\texpected\ttests", "", "# nothing", "holes\t1: Holes")))
                .hasSize(1);
    }

    @Test
    void whatCannotBeReadIsAMiss() {
        assertThat(CaseText.of("asked", "2: what: is this", "").expected()).allMatch(NotUnderstood.class::isInstance);
    }

    @Test
    void everySharedQuestionIsRead() {
        assertThat(StarterSet.cases()).hasSizeGreaterThan(80).noneMatch(each -> each.expected().stream()
                .anyMatch(NotUnderstood.class::isInstance));
    }
}
