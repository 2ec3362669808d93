package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.Money;
import org.carrel.devices.RepairCharge;
import org.carrel.devices.RepairCover;
import org.carrel.devices.RepairPolicy;

/** What a family pays for a repair by the policy of the school, and why it is so much. Sums are in cents. */
public final class DamageCharge {
    private static final int ALL = 100;

    private DamageCharge() {}

    /**
     * @param cost of the repair
     * @param price of the device, which nobody pays more than; empty: not known
     * @param claims of the person within a year, before this one
     */
    public record Facts(int cost, OptionalInt price, RepairCover cover, int claims) {}

    public static RepairCharge of(Facts facts, RepairPolicy policy) {
        var why = new ArrayList<ChargeReason>();
        why.add(ChargeReason.of(ChargeWhy.REPAIR_COST, money(facts.cost())));
        return switch (facts.cover()) {
            case WARRANTY -> nothing(why, ChargeWhy.WARRANTY_PAYS);
            case WEAR -> nothing(why, ChargeWhy.WORN_OUT);
            case INSURANCE -> insured(facts, policy, why);
            case NONE -> part(facts, policy, policy.uninsuredPercent(), why);
        };
    }

    private static RepairCharge insured(Facts facts, RepairPolicy policy, List<ChargeReason> why) {
        if (facts.claims() < policy.freeClaims()) return nothing(why, ChargeWhy.CLAIM_IS_FREE);
        if (facts.claims() >= policy.insuredClaims()) {
            why.add(ChargeReason.of(ChargeWhy.CLAIMS_USED_UP, String.valueOf(policy.insuredClaims())));
            return part(facts, policy, policy.uninsuredPercent(), why);
        }
        return part(facts, policy, policy.insuredPercent(), why);
    }

    private static RepairCharge nothing(List<ChargeReason> why, ChargeWhy reason) {
        why.add(ChargeReason.of(reason));
        return new RepairCharge(0, why);
    }

    private static RepairCharge part(Facts facts, RepairPolicy policy, int percent, List<ChargeReason> why) {
        // Half a cent goes to the family's good.
        var cents = (int) ((long) facts.cost() * percent / ALL);
        if (percent < ALL) why.add(ChargeReason.of(ChargeWhy.COST_PERCENT, String.valueOf(percent)));
        if (policy.cap().isPresent() && cents > policy.cap().getAsInt()) {
            cents = policy.cap().getAsInt();
            why.add(ChargeReason.of(ChargeWhy.CAPPED, money(cents)));
        }
        if (facts.price().isPresent() && cents > facts.price().getAsInt()) {
            cents = facts.price().getAsInt();
            why.add(ChargeReason.of(ChargeWhy.CAPPED_AT_PRICE, money(cents)));
        }
        return new RepairCharge(cents, why);
    }

    private static String money(int cents) {
        return Money.ofCents(cents).toString();
    }
}
