package org.carrel.catalog.doctor;

import java.util.EnumSet;
import java.util.Set;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.MarcProblem;

/** Which of the reader's findings go where in a diagnosis. */
final class ReaderFindings {
    /** The doctor finds these himself, and more exactly. */
    private static final Set<MarcProblem> FRAME = EnumSet.of(
            MarcProblem.JUNK_BEFORE_RECORD,
            MarcProblem.RECORD_TERMINATOR_MISSING,
            MarcProblem.RECORD_TERMINATOR_INSIDE,
            MarcProblem.RECORD_LENGTH_WRONG,
            MarcProblem.RECORD_OVER_99999,
            MarcProblem.BASE_ADDRESS_WRONG,
            MarcProblem.DIRECTORY_REPAIRED,
            MarcProblem.FIELD_LOST,
            MarcProblem.TEXT_WITHOUT_TAG,
            MarcProblem.LEADER_MISSING,
            MarcProblem.LEADER_LENGTH_WRONG,
            MarcProblem.LEADER_REPAIRED,
            MarcProblem.LEADER_STATUS_UNKNOWN,
            MarcProblem.LEADER_TYPE_UNKNOWN,
            MarcProblem.LEADER_FORM_UNKNOWN);

    /** After a good repair none of these is left. */
    private static final Set<MarcProblem> UNSOUND = EnumSet.of(
            MarcProblem.JUNK_BEFORE_RECORD,
            MarcProblem.RECORD_TERMINATOR_MISSING,
            MarcProblem.RECORD_TERMINATOR_INSIDE,
            MarcProblem.RECORD_LENGTH_WRONG,
            MarcProblem.RECORD_OVER_99999,
            MarcProblem.BASE_ADDRESS_WRONG,
            MarcProblem.DIRECTORY_REPAIRED,
            MarcProblem.FIELD_LOST,
            MarcProblem.TEXT_WITHOUT_TAG);

    private static final Set<MarcProblem> ENCODING = EnumSet.of(
            MarcProblem.LEADER_ENCODING_WRONG,
            MarcProblem.ENCODING_UNCERTAIN,
            MarcProblem.ENCODING_NOT_RECOGNISED,
            MarcProblem.MIXED_ENCODING);

    private static final Set<MarcProblem> UNCLEAN = EnumSet.of(
            MarcProblem.BAD_BYTES,
            MarcProblem.DAMAGED_MARC_8,
            MarcProblem.REPLACEMENT_CHARACTER,
            MarcProblem.CONTROL_CHARACTER,
            MarcProblem.LOOKS_DOUBLE_ENCODED,
            MarcProblem.MIXED_ENCODING);

    private ReaderFindings() {}

    static boolean areOurs(Finding finding) {
        return isOneOf(FRAME, finding);
    }

    static boolean isUnsound(Finding finding) {
        return isOneOf(UNSOUND, finding);
    }

    static boolean isAboutEncoding(Finding finding) {
        return isOneOf(ENCODING, finding);
    }

    /** The text did not come out clean. */
    static boolean isUnclean(Finding finding) {
        return isOneOf(UNCLEAN, finding);
    }

    /** Of {@code 245$a} or {@code 245}; empty for another place. */
    static String tag(Finding finding) {
        var place = finding.place();
        int stop = place.indexOf('$');
        var tag = stop < 0 ? place : place.substring(0, stop);
        return tag.length() == 3 ? tag : "";
    }

    private static boolean isOneOf(Set<MarcProblem> problems, Finding finding) {
        return finding.problem() instanceof MarcProblem problem && problems.contains(problem);
    }
}
