package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of a loan say about losing the thing, worked out for this copy and this moment.
 *
 * @param itemPrice what the copy cost; empty or nothing: not known
 * @param typePrice what a thing of its type costs
 * @param processing for the work of replacing it
 * @param overdueNow for the lateness until now; nothing where the rule waives it
 * @param overdueWhenFound for the lateness until now, charged only when it is found; nothing where it was charged before
 * @param overdueWhy reasons of these two
 * @param refundDays for so many days what was paid is given back when it is found
 * @param processingBack whether the fee for processing is given back too
 */
public record LossTerms(
        Optional<Money> itemPrice,
        Money typePrice,
        Money processing,
        Money overdueNow,
        Money overdueWhenFound,
        List<ChargeReason> overdueWhy,
        FoundRule found,
        int refundDays,
        boolean processingBack)
        implements Serializable {
    public LossTerms {
        overdueWhy = List.copyOf(overdueWhy);
    }

    /** Price and processing alone; half a year to find it, and then everything is given back. */
    public static LossTerms of(Optional<Money> itemPrice, Money typePrice, Money processing) {
        return new LossTerms(
                itemPrice, typePrice, processing, Money.ZERO, Money.ZERO, List.of(), FoundRule.REFUND_ALL, 180, true);
    }

    /** What is charged for the thing: a price of nothing is no price. */
    public Money price() {
        return isPriceKnown() ? itemPrice.orElse(typePrice) : typePrice;
    }

    public boolean isPriceKnown() {
        return itemPrice.filter(price -> !price.isZero()).isPresent();
    }
}
