package org.carrel.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticePolicy.Guardians;
import org.carrel.notices.NoticeWay;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronContact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaysTest {
    @ParameterizedTest(name = "{0} for a {1} with <{2}> and <{3}>, guardians {4}, mail {5}: {6}")
    @CsvSource(textBlock = """
            # by mail where there is an address, else on paper
            DUE_SOON,        STUDENT, z@s, g@h, NEVER,  true,  OWN_MAIL
            DUE_SOON,        STUDENT, '',  g@h, NEVER,  true,  PAPER
            # no mail server: everything on paper
            OVERDUE,         STUDENT, z@s, g@h, ALWAYS, false, PAPER
            # guardians as the site says
            OVERDUE,         STUDENT, z@s, g@h, LATE,   true,  OWN_MAIL GUARDIAN_MAIL
            LOST,            STUDENT, z@s, g@h, LATE,   true,  OWN_MAIL GUARDIAN_MAIL
            DUE_SOON,        STUDENT, z@s, g@h, LATE,   true,  OWN_MAIL
            HOLD_READY,      STUDENT, z@s, g@h, ALWAYS, true,  OWN_MAIL GUARDIAN_MAIL
            OVERDUE,         STUDENT, '',  g@h, LATE,   true,  PAPER GUARDIAN_MAIL
            OVERDUE,         STUDENT, z@s, '',  LATE,   true,  OWN_MAIL
            # grown-ups have none
            OVERDUE,         TEACHER, z@s, g@h, ALWAYS, true,  OWN_MAIL
            HOMEROOM_DIGEST, TEACHER, z@s, '',  ALWAYS, true,  TEACHER_MAIL
            HOMEROOM_DIGEST, TEACHER, '',  '',  ALWAYS, true,  PAPER
            HOMEROOM_DIGEST, TEACHER, z@s, '',  ALWAYS, false, PAPER
            """)
    void everybodyIsReachedByTheWaysThereAre(
            NoticeKind kind,
            PatronCategory category,
            String email,
            String guardian,
            Guardians guardians,
            boolean mail,
            String ways) {
        var contact = new PatronContact(1, "Zoë", "Zoë", email, false, "", guardian, false, category, "Room 12", true);
        var wanted = Arrays.stream(ways.split(" ")).map(NoticeWay::valueOf).toList();
        assertThat(Ways.of(kind, contact, guardians, mail)).isEqualTo(List.copyOf(wanted));
    }
}
