package org.carrel.notices.rules;

import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeWay;

/**
 * Where a title may stand (rule PR-6): where no other child can read it. That is the borrower's own mail address, as long as
 * nobody else has it; and a guardian's, where the school's policy of titles names the law that says so. Never on paper, in a
 * teacher's list or in a subject.
 */
public final class TitleRule {
    private TitleRule() {}

    /**
     * @param addressIsShared somebody else has this address too: brothers and sisters, or the guardian
     * @param parentsAreTold what the site's policy of titles says
     */
    public static boolean mayName(NoticeKind kind, NoticeWay way, boolean addressIsShared, boolean parentsAreTold) {
        if (kind == NoticeKind.HOMEROOM_DIGEST || kind == NoticeKind.SYSTEM_NOTE) return false;
        if (addressIsShared && way != NoticeWay.DISTRICT_MAIL) return false;
        return switch (way) {
            case OWN_MAIL -> true;
            case GUARDIAN_MAIL -> parentsAreTold;
            case TEACHER_MAIL, ADMIN_MAIL, ACCOUNT_MAIL, PAPER -> false;
            // Whoever mends a thing has to know which; of people it says nothing.
            case DISTRICT_MAIL -> true;
        };
    }
}
