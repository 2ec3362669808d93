package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeWhy;
import org.carrel.devices.RepairCharge;
import org.carrel.devices.RepairCover;
import org.carrel.devices.RepairPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageChargeTest {
    private static RepairPolicy policy(int insured, int uninsured, OptionalInt cap, int free, int claims) {
        return new RepairPolicy(7, 35, 105, 0, insured, uninsured, cap, free, claims, false, "", 3, 60, 0);
    }

    private static RepairCharge of(int cost, RepairCover cover, int claims, RepairPolicy policy) {
        return DamageCharge.of(new DamageCharge.Facts(cost, OptionalInt.of(20_000), cover, claims), policy);
    }

    @ParameterizedTest(name = "{0} cents, {1}, {2} claims before: {3}")
    @CsvSource({
        // the first claim is free, the second costs a fifth, the third is not insured any more
        "15000, INSURANCE, 0, 0",
        "15000, INSURANCE, 1, 3000",
        "15000, INSURANCE, 2, 10000",
        "8000, NONE, 0, 8000",
        "15000, NONE, 0, 10000",
        "15000, WARRANTY, 0, 0",
        "15000, WEAR, 5, 0",
        // half a cent to the family's good
        "1002, INSURANCE, 1, 200"
    })
    void thePolicySaysHowMuch(int cost, RepairCover cover, int claims, int cents) {
        assertThat(of(cost, cover, claims, policy(20, 100, OptionalInt.of(10_000), 1, 2))
                        .cents())
                .isEqualTo(cents);
    }

    @Test
    void itIsExplained() {
        var policy = policy(20, 100, OptionalInt.of(10_000), 1, 2);
        assertThat(of(15_000, RepairCover.INSURANCE, 1, policy).why())
                .containsExactly(
                        ChargeReason.of(ChargeWhy.REPAIR_COST, "150.00"),
                        ChargeReason.of(ChargeWhy.COST_PERCENT, "20"));
        assertThat(of(15_000, RepairCover.INSURANCE, 2, policy).why())
                .extracting(ChargeReason::why)
                .containsExactly(ChargeWhy.REPAIR_COST, ChargeWhy.CLAIMS_USED_UP, ChargeWhy.CAPPED);
    }

    @Property
    void nobodyPaysMoreThanCostCapOrPrice(
            @ForAll @IntRange(max = 500_000) int cost,
            @ForAll @IntRange(max = 500_000) int price,
            @ForAll @IntRange(max = 500_000) int cap,
            @ForAll @IntRange(max = 100) int insured,
            @ForAll @IntRange(max = 100) int uninsured,
            @ForAll @IntRange(max = 9) int claims,
            @ForAll RepairCover cover) {
        var facts = new DamageCharge.Facts(cost, OptionalInt.of(price), cover, claims);
        var result = DamageCharge.of(facts, policy(insured, uninsured, OptionalInt.of(cap), 1, 3));
        assertThat(result.cents()).isBetween(0, Math.min(cost, Math.min(price, cap)));
        assertThat(result.why()).first().extracting(ChargeReason::why).isEqualTo(ChargeWhy.REPAIR_COST);
        if (cover == RepairCover.WARRANTY || cover == RepairCover.WEAR)
            assertThat(result.cents()).isZero();
    }

    @Property
    void insuranceNeverCostsMoreThanNone(
            @ForAll @IntRange(max = 500_000) int cost,
            @ForAll @IntRange(max = 50) int insured,
            @ForAll @IntRange(max = 9) int claims) {
        var policy = policy(insured, 100, OptionalInt.empty(), 0, 2);
        assertThat(of(cost, RepairCover.INSURANCE, claims, policy).cents())
                .isLessThanOrEqualTo(of(cost, RepairCover.NONE, claims, policy).cents());
    }
}
