package org.carrel.circulation;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of one field, and for which loans.
 *
 * @param from empty for nothing
 * @param loans kinds of loans, each with site, category and item type; an empty part stands for all that no rule names
 */
public record RuleChange(RuleField field, Optional<String> from, Optional<String> to, List<LoanRuleKey> loans) {
    public RuleChange {
        loans = List.copyOf(loans);
    }
}
