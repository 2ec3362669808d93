package org.carrel.desk.web;

import org.carrel.circulation.RuleAct;

/** What was done to the loan rules. */
record RuleHistoryWords(StaffWords words, RuleWords says) {
    /** @param detail as the history keeps it */
    String act(String word, String detail) {
        var act = RuleAct.of(word).orElse(RuleAct.EDIT);
        var what =
                switch (act) {
                    case EDIT, REMOVE -> says.key(RuleForm.key(detail));
                    default -> detail;
                };
        return words.text("ruleAct." + act, what);
    }
}
