package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.MarcRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionMatchingTest {
    /** Fields are separated by {@code ~}. */
    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # number and agency, with the title and without
            001 a1~003 X~245 10 $aDogs       | 001 a1~003 X~245 10 $aDogs /    | Certain
            001 a1~003 X                     | 001 a1~003 X~245 10 $aDogs      | Certain
            001 a1~003 x                     | 001 a1~003 X~245 10 $aDogs      | Certain
            # the number may have gone to another book, or the book to another format
            001 a1~003 X~245 10 $aCats       | 001 a1~003 X~245 10 $aDogs      | Unsure
            001 a1~003 X~245 10 $aDogs$h[sound recording] | 001 a1~003 X~245 10 $aDogs | Unsure
            # without an agency on one side the title must say it
            001 a1~245 10 $aDogs             | 001 a1~003 X~245 10 $aDogs      | Certain
            001 a1~003 X~245 10 $aDogs       | 001 a1~245 10 $aDogs            | Certain
            001 a1                           | 001 a1~003 X~245 10 $aDogs      | Unsure
            001 a1~003 X                     | 001 a1~245 10 $aDogs            | Unsure
            001 a1                           | 001 a1~245 10 $aDogs            | Unsure
            # another agency's number is none
            001 a1~003 X~245 10 $aCats       | 001 a1~003 Y~245 10 $aDogs      | None
            001 a1~003 X                     | 001 a1~003 Y~245 10 $aDogs      | None
            # other numbers and the title are for a person
            020 ## $a0439708184~245 10 $aDogs | 020 ## $a9780439708180~245 10 $aDogs | Unsure
            020 ## $a0439708184~245 10 $aDogs | 020 ## $z0439708184~245 10 $aCats    | None
            245 10 $aDogs~260 ## $bA         | 245 10 $aDogs~260 ## $bA        | Unsure
            245 10 $aDogs                    | 245 10 $aCats                   | None
            """)
    void onlyTheControlNumberNamesATitle(String request, String known, String answer) {
        var match = DeletionMatching.decide(record(request), List.of(new Candidate(7, record(known))));
        assertThat(match.getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void twoTitlesOfOneNumberLeaveADoubt() {
        var known = record("001 a1~003 X~245 10 $aDogs");
        var match = DeletionMatching.decide(known, List.of(new Candidate(7, known), new Candidate(8, known)));
        assertThat(match).isInstanceOf(DeletionMatch.Unsure.class);
    }

    private static BibRecord record(String fields) {
        var parts = fields.strip().split("~");
        var made = Arrays.stream(parts).map(Marc::field).toList();
        return RecordMapping.matchFacts(new MarcRecord(Marc.BOOK_LEADER, made), 2026);
    }
}
