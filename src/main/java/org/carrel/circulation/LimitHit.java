package org.carrel.circulation;

import java.util.Optional;

/**
 * A limit that one more loan would go over.
 *
 * @param most what is allowed
 * @param has what counts against it already
 * @param group name of the group; empty for the others
 * @param row the rule that says so; empty for groups and what is built in
 */
public record LimitHit(Kind kind, int most, int has, String group, Optional<LoanRuleKey> row) {
    /** Of which kind. */
    public enum Kind {
        /** Loans under one rule. */
        RULE,
        /** All loans of the patron. */
        TOTAL,
        /** Several item types together. */
        GROUP
    }
}
