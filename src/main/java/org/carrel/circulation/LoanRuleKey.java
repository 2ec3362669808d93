package org.carrel.circulation;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;

/**
 * What a loan rule is for; an empty part means any. Codes are compared without regard to case, as the catalog does.
 *
 * @param site code of the site that lends
 * @param itemType code of the item type
 */
public record LoanRuleKey(Optional<String> site, Optional<PatronCategory> category, Optional<String> itemType) {
    /** For everything that no other rule speaks of. */
    public static final LoanRuleKey DEFAULT = new LoanRuleKey(Optional.empty(), Optional.empty(), Optional.empty());

    /** The most particular first: a site before a category before an item type (rule L1). */
    public static final Comparator<LoanRuleKey> MOST_SPECIFIC_FIRST = Comparator.comparingInt(LoanRuleKey::rank);

    private static final int LONGEST_CODE = 64;
    private static final int NO_SITE = 4;
    private static final int NO_CATEGORY = 2;

    public LoanRuleKey {
        site = site.map(String::strip).filter(code -> !code.isEmpty());
        itemType = itemType.map(String::strip).filter(code -> !code.isEmpty());
    }

    /** @param site empty for any, as is the type */
    public static LoanRuleKey of(String site, Optional<PatronCategory> category, String itemType) {
        return new LoanRuleKey(Optional.of(site), category, Optional.of(itemType));
    }

    /** Whether sites and item types can have such codes. */
    public static boolean isCode(String code) {
        return code.length() <= LONGEST_CODE && code.chars().noneMatch(Character::isISOControl);
    }

    public boolean isDefault() {
        return equals(DEFAULT);
    }

    /** From 0, most particular, to 7, the default. */
    int rank() {
        return (site.isPresent() ? 0 : NO_SITE)
                + (category.isPresent() ? 0 : NO_CATEGORY)
                + (itemType.isPresent() ? 0 : 1);
    }

    /** Whether loans of this kind are among those that the rule is for. */
    boolean covers(LoanRuleKey loan) {
        return fits(site, loan.site)
                && (category.isEmpty() || category.equals(loan.category))
                && fits(itemType, loan.itemType);
    }

    private static boolean fits(Optional<String> wanted, Optional<String> code) {
        return wanted.isEmpty()
                || code.filter(other -> other.equalsIgnoreCase(wanted.get())).isPresent();
    }

    /** Equal for two keys that mean the same, however their codes are written. */
    public LoanRuleKey folded() {
        return new LoanRuleKey(site.map(LoanRuleKey::fold), category, itemType.map(LoanRuleKey::fold));
    }

    private static String fold(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
