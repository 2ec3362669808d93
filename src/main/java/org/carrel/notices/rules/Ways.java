package org.carrel.notices.rules;

import java.util.ArrayList;
import java.util.List;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticePolicy.Guardians;
import org.carrel.notices.NoticeWay;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronContact;

/** By which ways a notice goes out. */
public final class Ways {
    private Ways() {}

    /**
     * By mail to who is told, on paper where there is no address or no mail server; and to the guardian of a student, where
     * the site says so.
     *
     * @param mail there is a mail server
     */
    public static List<NoticeWay> of(NoticeKind kind, PatronContact contact, Guardians guardians, boolean mail) {
        var own = mail && !contact.email().isEmpty();
        if (kind == NoticeKind.HOMEROOM_DIGEST) return List.of(own ? NoticeWay.TEACHER_MAIL : NoticeWay.PAPER);
        var ways = new ArrayList<NoticeWay>();
        ways.add(own ? NoticeWay.OWN_MAIL : NoticeWay.PAPER);
        var student = contact.category() == PatronCategory.STUDENT;
        if (mail && student && guardians.hear(kind) && !contact.guardianEmail().isEmpty()) {
            ways.add(NoticeWay.GUARDIAN_MAIL);
        }
        return List.copyOf(ways);
    }
}
