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
import org.carrel.catalog.HeadingChange;
import org.carrel.catalog.HeadingChange.State;
import org.carrel.catalog.HeadingChanges;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/authority-change.xhtml: how far a heading has been changed everywhere, and taking it back. */
@Named
@RequestScoped
public class HeadingChangeView {
    @Inject
    HttpServletRequest request;

    @Inject
    HeadingChanges changes;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<HeadingChange> change = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        var number = Numbered.importNumber(request);
        if (number.isPresent()) change = changes.change(number.getAsLong());
    }

    /** For an address with the number of no change. */
    public void check() throws IOException {
        if (change.isEmpty()) Pages.notFound();
    }

    /** A title in which the change could not be taken back. @param title empty when it is gone */
    public record Left(long id, String title) {}

    public long getId() {
        return change.map(HeadingChange::id).orElse(0L);
    }

    public String getWas() {
        return change.map(HeadingChange::was).orElse("");
    }

    public String getBecomes() {
        return change.map(HeadingChange::becomes).orElse("");
    }

    public long getAuthority() {
        return change.map(HeadingChange::authority).orElse(0L);
    }

    public String getFacts() {
        return change.map(known -> words.text(
                        "headingChange.facts",
                        words.time(known.at()),
                        known.who().orElse(""),
                        words.text("headingChange.state." + known.state().name())))
                .orElse("");
    }

    /** How many titles have which heading because of it. */
    public String getCounts() {
        return change.map(known -> known.state() == State.RUNNING || known.state() == State.DONE
                        ? words.text("headingChange.changed", known.changed())
                        : words.text("headingChange.undone", known.undone(), known.left()))
                .orElse("");
    }

    public boolean isUnderWay() {
        return change.filter(known -> known.state().isUnderWay()).isPresent();
    }

    public boolean isUndoable() {
        return caller.may(Operation.IMPORT_MARC)
                && change.filter(known -> known.state() == State.DONE && known.changed() > 0)
                        .isPresent();
    }

    /** Why nothing was taken back; empty when nothing is wrong. */
    public String getProblem() {
        return texts.get("done").equals("late") ? words.text("headingChange.late") : "";
    }

    public List<Left> getLeft() {
        return changes.left(getId()).entrySet().stream()
                .map(entry -> new Left(entry.getKey(), entry.getValue()))
                .toList();
    }
}
