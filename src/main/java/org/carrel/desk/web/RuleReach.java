package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carrel.catalog.MarcImports;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RuleAct;
import org.carrel.school.SchoolSite;
import org.carrel.school.Sites;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** Which loan rules somebody may change, and what they can be about. Everybody who may see them sees all of them. */
@RequestScoped
public class RuleReach {
    @Inject
    Sites sites;

    @Inject
    MarcImports catalog;

    @Inject
    CurrentCaller caller;

    private List<SchoolSite> known = List.of();

    boolean mayChange() {
        return caller.may(Operation.ADMINISTER);
    }

    /** What holds for all sites is changed by who has all of them. */
    boolean mayChange(Optional<String> site) {
        var by = caller.required();
        return mayChange() && (by.site().isEmpty() || site.filter(by::isOf).isPresent());
    }

    boolean mayDo(RuleAct act, LoanRuleKey key, Optional<String> groupSite) {
        return switch (act) {
            case EDIT, REMOVE -> mayChange(key.site());
            case GROUP, UNGROUP -> mayChange(groupSite);
            case FIRST, SCHEDULE, UNSCHEDULE, RESTORE -> mayChange(Optional.empty());
        };
    }

    long account() {
        return caller.required().account();
    }

    List<SchoolSite> sites() {
        if (known.isEmpty()) known = sites.list();
        return known;
    }

    /** The own site, or the first one. */
    String usualSite() {
        return caller.required()
                .site()
                .or(() -> sites().stream().map(SchoolSite::code).findFirst())
                .orElse("");
    }

    /** Codes that copies have, and those that rules and groups speak of, each once. */
    List<String> itemTypes(LoanRuleTable table) {
        var all = new TreeMap<String, String>();
        Stream.of(
                        catalog.places().itemTypes().stream(),
                        table.rules().stream().flatMap(rule -> rule.key().itemType().stream()),
                        table.groups().stream().flatMap(group -> group.itemTypes().stream()))
                .flatMap(codes -> codes)
                .forEach(code -> all.putIfAbsent(code.toUpperCase(Locale.ROOT), code));
        return List.copyOf(all.values());
    }
}
