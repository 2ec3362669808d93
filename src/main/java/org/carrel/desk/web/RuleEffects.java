package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.RuleChange;
import org.carrel.circulation.RulePreview;
import org.carrel.circulation.Simulated;
import org.carrel.patrons.PatronCategory;

/** What a change of the loan rules would do, as people read it. */
public final class RuleEffects {
    private static final int MOST_LINES = 12;

    private final RulePreview preview;
    private final RuleWords says;
    private final StaffWords words;
    private final boolean loansKnown;

    RuleEffects(RulePreview preview, RuleWords says, StaffWords words, boolean loansKnown) {
        this.preview = preview;
        this.says = says;
        this.words = words;
        this.loansKnown = loansKnown;
    }

    /** A field that changes. @param loans for which loans, in lines */
    public record Change(String field, String from, String to, List<String> loans) {}

    /** A loan that would be due at another time. */
    public record Loan(String number, String what, String lent, String due, String to) {}

    public List<Change> getChanges() {
        return preview.changes().stream()
                .map(change -> new Change(
                        says.field(change.field()),
                        says.value(change.field(), change.from().orElse("")),
                        says.value(change.field(), change.to().orElse("")),
                        lines(change)))
                .toList();
    }

    /** Categories with the same item types share a line. */
    private List<String> lines(RuleChange change) {
        var lines = new ArrayList<String>();
        bySite(change.loans()).forEach((site, loans) -> {
            var types = new LinkedHashMap<String, TreeSet<PatronCategory>>();
            byCategory(loans).forEach((category, named) -> types.computeIfAbsent(named, any -> new TreeSet<>())
                    .add(category));
            types.forEach((named, categories) -> lines.add(line(site, categories, named)));
        });
        if (lines.size() <= MOST_LINES) return lines;
        var shown = new ArrayList<>(lines.subList(0, MOST_LINES));
        shown.add(words.text("loanRules.more", lines.size() - MOST_LINES));
        return shown;
    }

    private String line(Optional<String> site, TreeSet<PatronCategory> categories, String types) {
        var who = categories.size() == PatronCategory.values().length
                ? words.text("loanRules.everybody")
                : categories.stream().map(says::category).collect(Collectors.joining(", "));
        var where = site.map(says::site);
        return words.text("loanRules.forLoans", who, types)
                + where.map(name -> " · " + name).orElse("");
    }

    private static Map<Optional<String>, List<LoanRuleKey>> bySite(List<LoanRuleKey> loans) {
        return loans.stream()
                .collect(Collectors.groupingBy(LoanRuleKey::site, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<PatronCategory, String> byCategory(List<LoanRuleKey> loans) {
        return loans.stream()
                .collect(Collectors.groupingBy(
                        loan -> loan.category().orElse(PatronCategory.OTHER),
                        LinkedHashMap::new,
                        Collectors.mapping(this::type, Collectors.joining(", "))));
    }

    private String type(LoanRuleKey loan) {
        return loan.itemType().orElseGet(() -> words.text("loanRules.otherTypes"));
    }

    public boolean isNothing() {
        return preview.changes().isEmpty();
    }

    public boolean isLoansKnown() {
        return loansKnown;
    }

    public Simulated getLoans() {
        return preview.loans();
    }

    public String getSummary() {
        var loans = preview.loans();
        return words.text("loanRules.simulated", loans.loans(), loans.sooner(), loans.later(), loans.undated());
    }

    public List<Loan> getFirst() {
        return preview.loans().first().stream().map(this::loan).toList();
    }

    private Loan loan(Simulated.Moved moved) {
        var kept = moved.loan().rules();
        var to = moved.undated()
                ? words.text("loanRules.undated")
                : moved.to().map(at -> says.moment(at, kept.zone())).orElseGet(() -> words.text("loanRules.never"));
        return new Loan(
                String.valueOf(moved.loan().loan()),
                says.key(LoanRuleKey.of("", Optional.of(kept.category()), kept.itemType())),
                says.moment(moved.loan().lent(), kept.zone()),
                moved.loan()
                        .due()
                        .map(at -> says.moment(at, kept.zone()))
                        .orElseGet(() -> words.text("loanRules.never")),
                to);
    }
}
