package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.HeadingChanges;
import org.carrel.catalog.HeadingPreview;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.UsedHeading;
import org.carrel.catalog.UsedHeading.Proposal;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/authority-heading.xhtml: a heading of titles, what may be meant by it, and a look at what changing it everywhere would do. */
@Named
@RequestScoped
public class HeadingView {
    private static final int MOST_WORDS = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    HeadingChanges changes;

    @Inject
    RecordEdits edits;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<UsedHeading> heading = Optional.empty();
    private List<Proposal> proposals = List.of();
    private Optional<HeadingPreview> preview = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        var key = HeadingWords.key(texts.get("key"));
        if (key.isEmpty()) return;
        heading = changes.find(key.getAsLong(), texts.get("list"));
        if (heading.isEmpty()) return;
        proposals = changes.proposals(heading.get(), getTyped());
        if (getTo() > 0) preview = changes.preview(key.getAsLong(), texts.get("list"), getTo());
    }

    /** For an address with a heading that no title has. */
    public void check() throws IOException {
        if (heading.isEmpty()) Pages.notFound();
    }

    /** An authority to be chosen. */
    public record Choice(long id, String heading, String list, boolean chosen) {}

    /** A title that has the heading. */
    public record Title(long id, String title) {}

    /** A title as it would change. */
    public record Sample(long id, String title, List<RecordView.Change> changes) {}

    public String getText() {
        return heading.map(UsedHeading::text).orElse("");
    }

    public String getKey() {
        return texts.get("key");
    }

    public String getList() {
        return texts.get("list");
    }

    public String getAddress() {
        return heading.map(known -> HeadingWords.address(known.key(), known.thesaurus()))
                .orElse("");
    }

    public String getFacts() {
        return heading.map(known -> words.text(
                        "heading.facts",
                        HeadingWords.kind(known.kind(), words),
                        HeadingWords.list(known.thesaurus(), words),
                        known.titles()))
                .orElse("");
    }

    /** The words by which an authority was looked for. */
    public String getTyped() {
        var text = texts.get("q").strip();
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }

    /** The authority that is looked at; 0 for none. */
    public long getTo() {
        return Math.max(0, FormTexts.number(texts.get("to")));
    }

    public List<Choice> getChoices() {
        return proposals.stream()
                .map(each -> new Choice(
                        each.id(), each.heading(), HeadingWords.list(each.thesaurus(), words), each.id() == getTo()))
                .toList();
    }

    public List<Title> getTitles() {
        return heading.map(known -> changes.titles(known.key(), known.thesaurus())).orElse(Map.of()).entrySet().stream()
                .map(entry -> new Title(entry.getKey(), entry.getValue()))
                .toList();
    }

    public boolean isPreviewed() {
        return preview.isPresent();
    }

    public boolean isAllowed() {
        return caller.may(Operation.IMPORT_MARC);
    }

    /** How many titles would change, and what leads where from then on. */
    public String getEffect() {
        return preview.map(look ->
                        words.text(look.leads() ? "heading.effect" : "heading.effectLeads", look.titles(), getText()))
                .orElse("");
    }

    public List<Sample> getSamples() {
        return preview.map(HeadingPreview::samples).orElse(List.of()).stream()
                .map(sample -> new Sample(
                        sample.id(),
                        sample.title(),
                        sample.changes().stream()
                                .map(change -> new RecordView.Change(
                                        change.tag(),
                                        RecordView.line(edits, change.before()),
                                        RecordView.line(edits, change.after())))
                                .toList()))
                .toList();
    }

    /** Why nothing was begun; empty when nothing is wrong. */
    public String getProblem() {
        return texts.get("done").equals("late") ? words.text("heading.late") : "";
    }
}
