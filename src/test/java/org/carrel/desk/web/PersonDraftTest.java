package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved.Problem;
import org.carrel.patrons.PatronStatus;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.Test;

class PersonDraftTest {
    private static final Caller EAST = new Caller(2, "b", "B", Role.LIBRARIAN, Optional.of("EAST"));
    private static final Caller EVERYWHERE = new Caller(1, "a", "A", Role.ADMIN, Optional.empty());

    private static PersonDraft typed(Caller by, String site, String day, String status) {
        var texts = Map.of("SITE", site, "expires", day, "STATUS", status, "FAMILY_NAME", "Ruiz", "note", "a\r\nb");
        return PersonDraft.typed(7, new FormTexts(texts), by);
    }

    @Test
    void nobodyPutsSomebodyIntoAnotherSchoolOrIntoNone() {
        assertThat(typed(EAST, "EAST", "", "ACTIVE").isSound()).isTrue();
        assertThat(typed(EAST, "WEST", "", "ACTIVE").problems()).containsEntry(PatronField.SITE, Problem.NO_SUCH_SITE);
        assertThat(typed(EAST, "*", "", "ACTIVE").isSound()).isFalse();
        assertThat(typed(EVERYWHERE, "*", "", "ACTIVE").isSound()).isTrue();
    }

    @Test
    void aDayIsADayAndNobodyIsMergedByAForm() {
        assertThat(typed(EVERYWHERE, "*", "2027-05-28", "ACTIVE").expires()).hasValue(LocalDate.of(2027, 5, 28));
        assertThat(typed(EVERYWHERE, "*", "28 May", "ACTIVE").isSound()).isFalse();
        assertThat(typed(EVERYWHERE, "*", "", "MERGED").facts().status()).isEqualTo(PatronStatus.INACTIVE);
        assertThat(typed(EVERYWHERE, "*", "", "ACTIVE").note()).isEqualTo("a\nb");
    }
}
