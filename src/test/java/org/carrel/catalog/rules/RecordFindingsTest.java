package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.catalog.Finding;
import org.junit.jupiter.api.Test;

class RecordFindingsTest {
    @Test
    void a_good_record_has_none() {
        var record = Marc.book("001 a1", "020 ## $a0439708184", "245 14 $aThe cat /", "856 40 $uhttps://a.example/");
        assertThat(RecordFindings.of(record)).isEmpty();
    }

    @Test
    void each_doubt_is_named_with_its_place_and_text() {
        var record =
                Marc.book("001 a1", "001 a2", "020 ## $a043970818X (pbk.)", "245 19 $aIt", "856 40 $ujavascript:x");
        assertThat(RecordFindings.of(record))
                .containsExactly(
                        new Finding(MappingProblem.CONTROL_NUMBER_REPEATED, "001", "a2"),
                        new Finding(MappingProblem.NONFILING_NOT_BELIEVED, "245", "9"),
                        new Finding(MappingProblem.ISBN_INVALID, "020$a", "043970818X (pbk.)"),
                        new Finding(MappingProblem.LINK_DROPPED, "856$u", "javascript:x"));
    }

    @Test
    void a_record_without_title_is_told_from_one_with_a_title_in_880() {
        assertThat(RecordFindings.of(Marc.book("245 10 $a<>.")))
                .containsExactly(new Finding(MappingProblem.NO_TITLE, "245", "<>."));
        assertThat(RecordFindings.of(Marc.book("880 10 $6245-01$a海辺のカフカ.")))
                .containsExactly(new Finding(MappingProblem.TITLE_IN_880_ONLY, "880", "海辺のカフカ"));
    }
}
