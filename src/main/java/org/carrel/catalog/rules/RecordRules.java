package org.carrel.catalog.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.RecordProblem.Place;

/**
 * What is wrong with a record while somebody edits it: against the MARC 21 format, and where two parts of the record
 * contradict each other. Pure and quick, because it runs while somebody types.
 */
public final class RecordRules {
    private RecordRules() {}

    /**
     * In the order of the record as far as a problem has a field; errors are not sorted before warnings.
     *
     * @param today the school's day, against which dates of publication are held
     */
    public static List<RecordProblem> check(MarcRecord record, LocalDate today) {
        var checked = new CheckedRecord(record);
        FormatCheck.check(checked);
        CodedCheck.check(checked, today.getYear());
        NumberCheck.check(checked);
        TitleCheck.check(checked);
        LinkCheck.check(checked);
        LanguageCheck.check(checked);
        var problems = new ArrayList<>(checked.problems());
        problems.sort((a, b) -> Integer.compare(a.place().index(), b.place().index()));
        return List.copyOf(problems);
    }

    /** A leader as typed, which is no record yet: its length, which {@link MarcRecord} wants right. */
    public static List<RecordProblem> checkLeader(String leader) {
        if (leader.length() == MarcRecord.LEADER_LENGTH) return List.of();
        return List.of(new RecordProblem(
                RecordProblemKind.LEADER_LENGTH,
                new Place("leader", 1, -1, ""),
                String.valueOf(leader.length()),
                String.valueOf(MarcRecord.LEADER_LENGTH)));
    }
}
