package org.carrel.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeWay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleRuleTest {
    @ParameterizedTest(name = "{0} by {1}, shared {2}, parents {3}: {4}")
    @CsvSource(textBlock = """
            # the own address, as long as it is
            OVERDUE,         OWN_MAIL,      false, false, true
            HOLD_READY,      OWN_MAIL,      false, false, true
            OVERDUE,         OWN_MAIL,      true,  true,  false
            # guardians by law only, and never where a brother reads it
            OVERDUE,         GUARDIAN_MAIL, false, false, false
            OVERDUE,         GUARDIAN_MAIL, false, true,  true
            OVERDUE,         GUARDIAN_MAIL, true,  true,  false
            # never
            OVERDUE,         PAPER,         false, true,  false
            LOST,            PAPER,         false, true,  false
            HOMEROOM_DIGEST, TEACHER_MAIL,  false, true,  false
            HOMEROOM_DIGEST, OWN_MAIL,      false, true,  false
            HOMEROOM_DIGEST, PAPER,         false, true,  false
            SYSTEM_NOTE,     ADMIN_MAIL,    false, true,  false
            """)
    void titlesStandWhereNobodyElseReadsThem( // PR-6
            NoticeKind kind, NoticeWay way, boolean shared, boolean parents, boolean named) {
        assertThat(TitleRule.mayName(kind, way, shared, parents)).isEqualTo(named);
    }
}
