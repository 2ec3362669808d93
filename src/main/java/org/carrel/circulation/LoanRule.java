package org.carrel.circulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table of loan rules.
 *
 * @param values what it says, as {@link RuleField#read} writes it; a field that is not there is blank
 */
public record LoanRule(LoanRuleKey key, Map<RuleField, String> values) {
    public LoanRule {
        var all = new EnumMap<RuleField, String>(RuleField.class);
        values.forEach((field, value) -> {
            if (!value.isEmpty()) all.put(field, value);
        });
        values = Collections.unmodifiableMap(all);
    }

    /** Empty where the row leaves it to another. */
    public Optional<String> says(RuleField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** @param value empty for blank */
    public LoanRule with(RuleField field, String value) {
        var all = new EnumMap<RuleField, String>(RuleField.class);
        all.putAll(values);
        all.put(field, value);
        return new LoanRule(key, all);
    }
}
