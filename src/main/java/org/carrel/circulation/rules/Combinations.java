package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.patrons.PatronCategory;

/** Every kind of loan that rules tell apart: each site, category and item type that one of them names, and one that none does. */
final class Combinations {
    private Combinations() {}

    static List<LoanRuleKey> of(List<LoanRule> rules) {
        var sites = named(rules, LoanRuleKey::site);
        var types = named(rules, LoanRuleKey::itemType);
        var all = new ArrayList<LoanRuleKey>();
        for (var site : sites)
            for (var category : categories()) for (var type : types) all.add(new LoanRuleKey(site, category, type));
        return all;
    }

    private static List<Optional<PatronCategory>> categories() {
        var all = new ArrayList<Optional<PatronCategory>>();
        Arrays.stream(PatronCategory.values()).map(Optional::of).forEach(all::add);
        return all;
    }

    private static Set<Optional<String>> named(List<LoanRule> rules, Function<LoanRuleKey, Optional<String>> part) {
        var all = new LinkedHashSet<Optional<String>>();
        rules.stream().map(LoanRule::key).map(LoanRuleKey::folded).map(part).forEach(all::add);
        all.add(Optional.empty());
        return all;
    }
}
