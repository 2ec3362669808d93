package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.MergeResult.Merged;
import org.carrel.patrons.MergeResult.Refused;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerges;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** desk/person-merge.xhtml: two people side by side, and what would move from one to the other. */
@Named
@RequestScoped
public class PersonMergeView {
    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    PatronMerges merges;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<Patron> kept = Optional.empty();
    private Optional<Patron> other = Optional.empty();
    private String problem = "";
    private List<String> moves = List.of();
    private Map<String, String> sites = Map.of();

    @PostConstruct
    void load() {
        sites = patrons.sites();
        kept = patrons.find(Numbered.importNumber(request).orElse(0));
        other = PersonMergeServlet.other(patrons, FormTexts.of(request), caller.required());
        kept.ifPresent(looks::at);
        other.ifPresent(looks::at);
        if (kept.isEmpty()) return;
        if (other.isEmpty()) {
            problem = words.text("mergeProblem.GONE");
            return;
        }
        switch (merges.preview(kept.get().id(), other.get().id(), caller.required())) {
            case Refused refused -> problem = words.text("mergeProblem." + refused.problem());
            case Merged merged -> moves = MergeWords.moved(merged.what(), words, sites);
        }
    }

    public void check() throws IOException {
        if (kept.isEmpty()) Pages.notFound();
    }

    /** A field of both. */
    public record Pair(String label, String kept, String other) {}

    public long getId() {
        return kept.orElseThrow().id();
    }

    public String getName() {
        return kept.orElseThrow().spokenName();
    }

    /** 0 when nobody is meant. */
    public long getOtherId() {
        return other.map(Patron::id).orElse(0L);
    }

    public String getOtherName() {
        return other.map(Patron::spokenName).orElse("");
    }

    /** Why the two cannot be merged; empty when they can. */
    public String getProblem() {
        return problem;
    }

    public List<String> getMoves() {
        return moves;
    }

    public List<Pair> getPairs() {
        if (kept.isEmpty() || other.isEmpty()) return List.of();
        var people = new PersonWords(words, sites);
        var pairs = new ArrayList<Pair>();
        for (var field : PatronField.values()) {
            var one = people.value(field, kept.get().facts().get(field));
            var two = people.value(field, other.get().facts().get(field));
            if (!one.isEmpty() || !two.isEmpty()) pairs.add(new Pair(people.label(field), one, two));
        }
        return pairs;
    }
}
