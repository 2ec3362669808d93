package org.carrel.desk.web;

import org.carrel.labels.LabelSheet;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.SheetProblem;

/** Sentences about labels and sheets. */
final class LabelWords {
    private final StaffWords words;

    LabelWords(StaffWords words) {
        this.words = words;
    }

    String sheet(LabelSheet sheet) {
        return sheet.isOwn() ? sheet.name() : words.text("labelSheet." + sheet.key());
    }

    /** What is wrong and what to do. */
    String trouble(LabelTrouble trouble) {
        return words.text("labelTrouble." + trouble.kind(), trouble.detail());
    }

    String problem(SheetProblem problem) {
        return words.text(
                "sheetProblem." + problem.kind(), words.text("sheetField." + problem.field()), problem.detail());
    }
}
