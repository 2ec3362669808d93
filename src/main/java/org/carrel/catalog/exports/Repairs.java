package org.carrel.catalog.exports;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.carrel.catalog.Finding;
import org.carrel.catalog.RecordChanges.Change;
import org.carrel.catalog.RecordChanges.Reason;
import org.carrel.catalog.marc.MarcProblem;

/** Which findings of the reader mean that a record could not be kept as it came. */
final class Repairs {
    /** Doubts about what is there, and damage of the file that no field shares in: nothing in the record was changed. */
    private static final Set<MarcProblem> NO_CHANGE = EnumSet.of(
            MarcProblem.JUNK_BEFORE_RECORD,
            MarcProblem.RECORD_TERMINATOR_MISSING,
            MarcProblem.RECORD_LENGTH_WRONG,
            MarcProblem.RECORD_OVER_99999,
            MarcProblem.BASE_ADDRESS_WRONG,
            MarcProblem.LEADER_STATUS_UNKNOWN,
            MarcProblem.LEADER_TYPE_UNKNOWN,
            MarcProblem.LEADER_FORM_UNKNOWN,
            MarcProblem.ENCODING_UNCERTAIN,
            MarcProblem.REPLACEMENT_CHARACTER,
            MarcProblem.LOOKS_DOUBLE_ENCODED,
            MarcProblem.CONTROL_NUMBER_REPEATED,
            MarcProblem.INDICATOR_UNUSUAL,
            MarcProblem.SUBFIELD_CODE_UNUSUAL,
            MarcProblem.FIELD_WITHOUT_SUBFIELDS);

    private Repairs() {}

    static List<Change> changes(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !(finding.problem() instanceof MarcProblem problem && NO_CHANGE.contains(problem)))
                .map(finding -> new Change(Reason.REPAIRED, finding.place(), finding.detail(), "", words(finding)))
                .toList();
    }

    private static String words(Finding finding) {
        var bundle = ResourceBundle.getBundle(finding.problem().bundle(), Locale.ENGLISH);
        var sentence = bundle.getString("problem." + finding.problem().name());
        return MessageFormat.format(sentence, finding.place(), finding.detail()).strip();
    }
}
