package org.carrel.devices.rules;

import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.RepairPolicy;

/** Whether a school can decide this about repairs. */
public final class PolicyCheck {
    private static final int MOST_HOURS = 5_000;
    private static final int MOST_CLAIMS = 99;
    private static final int MOST_DAYS = 3_660;
    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL =
            Pattern.compile("[^@\\s\\p{C},;<>\"]+@[^@\\s\\p{C},;<>\"]+\\.[^@\\s\\p{C},;<>\"]+");

    private PolicyCheck() {}

    /** Empty: it can. */
    public static Optional<Why> refused(RepairPolicy policy) {
        if (!isHours(policy.high()) || !isHours(policy.normal()) || !isHours(policy.low()))
            return Optional.of(Why.NO_NUMBER);
        if (policy.laborRate() < 0 || policy.cap().orElse(0) < 0) return Optional.of(Why.NO_MONEY);
        if (!isPercent(policy.insuredPercent()) || !isPercent(policy.uninsuredPercent()))
            return Optional.of(Why.NOT_PERCENT);
        if (policy.freeClaims() < 0 || policy.insuredClaims() > MOST_CLAIMS) return Optional.of(Why.NO_NUMBER);
        if (policy.freeClaims() > policy.insuredClaims()) return Optional.of(Why.CLAIMS);
        if (policy.patternCount() < 2 || policy.patternCount() > MOST_CLAIMS) return Optional.of(Why.NO_NUMBER);
        if (policy.patternDays() < 1 || policy.patternDays() > MOST_DAYS) return Optional.of(Why.NO_NUMBER);
        var mail = policy.districtMail();
        var isMail = mail.isEmpty()
                || mail.length() <= LONGEST_MAIL && MAIL.matcher(mail).matches();
        return isMail ? Optional.empty() : Optional.of(Why.NO_ADDRESS);
    }

    private static boolean isHours(int hours) {
        return hours > 0 && hours <= MOST_HOURS;
    }

    private static boolean isPercent(int percent) {
        return percent >= 0 && percent <= 100;
    }
}
