package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RuleChange;
import org.carrel.circulation.RuleField;

/** What another table would change, for every kind of loan that one of the two tells apart. */
public final class RuleChanges {
    private RuleChanges() {}

    private record Change(RuleField field, Optional<String> from, Optional<String> to) {}

    /** In the order of the fields. */
    public static List<RuleChange> between(LoanRuleTable before, LoanRuleTable after) {
        var rules =
                Stream.concat(before.rules().stream(), after.rules().stream()).toList();
        var found = new LinkedHashMap<Change, List<LoanRuleKey>>();
        for (var key : Combinations.of(rules)) {
            var was = before.resolve(key);
            var is = after.resolve(key);
            for (var field : RuleField.values())
                if (!was.value(field).equals(is.value(field)))
                    found.computeIfAbsent(
                                    new Change(field, was.value(field), is.value(field)), change -> new ArrayList<>())
                            .add(key);
        }
        return found.entrySet().stream()
                .map(entry -> new RuleChange(
                        entry.getKey().field(),
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
    }
}
