package org.carrel.devices.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.Agreement;
import org.carrel.devices.AgreementAnswer;
import org.carrel.devices.DeviceCategory;
import org.carrel.patrons.PatronCategory;

/** Which agreements somebody has to sign, and which they have. */
public final class AgreementRules {
    private AgreementRules() {}

    /**
     * Whom, where and when.
     *
     * @param site code of the person's site; empty for none
     * @param what the device that they want; empty: whatever it will be
     * @param schoolYear the year in which the school year begins
     */
    public record Wanted(PatronCategory whom, String site, Optional<DeviceCategory> what, int schoolYear) {}

    /** Those that have to be signed, in their order. */
    public static List<Agreement> applying(Collection<Agreement> all, Wanted wanted) {
        return all.stream().filter(one -> applies(one, wanted)).toList();
    }

    private static boolean applies(Agreement one, Wanted wanted) {
        return one.schoolYear() == wanted.schoolYear()
                && one.whom().filter(whom -> whom != wanted.whom()).isEmpty()
                && one.site()
                        .filter(site -> !site.equalsIgnoreCase(wanted.site()))
                        .isEmpty()
                && (one.what().isEmpty()
                        || wanted.what().isEmpty()
                        || one.what().equals(wanted.what()));
    }

    /** Whether the last answer to it is a yes to the words as they are now. @param answers of one person, in any order */
    public static boolean isSigned(Agreement one, Collection<AgreementAnswer> answers) {
        return last(one, answers)
                .filter(answer -> answer.accepted() && answer.version() == one.version())
                .isPresent();
    }

    /** The last answer of a person to an agreement. */
    public static Optional<AgreementAnswer> last(Agreement one, Collection<AgreementAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.agreement() == one.id())
                .reduce((earlier, later) -> later.id() > earlier.id() ? later : earlier);
    }

    /** Those that apply and are not signed. */
    public static List<Agreement> unsigned(
            Collection<Agreement> all, Wanted wanted, Collection<AgreementAnswer> answers) {
        return applying(all, wanted).stream()
                .filter(one -> !isSigned(one, answers))
                .toList();
    }
}
