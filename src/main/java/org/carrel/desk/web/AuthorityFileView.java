package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.Authorities;
import org.carrel.catalog.AuthorityFile;
import org.carrel.catalog.AuthorityFile.Outcome;
import org.carrel.catalog.AuthorityFile.State;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/authority-file.xhtml: what a file of authorities would bring, or has brought. */
@Named
@RequestScoped
public class AuthorityFileView {
    private static final Set<String> SAID = Set.of("stored", "undone", "late");

    @Inject
    HttpServletRequest request;

    @Inject
    Authorities authorities;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<AuthorityFile> file = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        var number = Numbered.importNumber(request);
        if (number.isPresent()) file = authorities.file(number.getAsLong());
    }

    /** For an address with the number of no file. */
    public void check() throws IOException {
        if (file.isEmpty()) Pages.notFound();
    }

    /** A kind of records in the file, to be looked at. */
    public record Kind(String name, String count, String address, boolean chosen) {}

    /** A record of it. @param why it was rejected; empty when it was not */
    public record Row(int number, String heading, String why) {}

    public long getId() {
        return file.map(AuthorityFile::id).orElse(0L);
    }

    public String getName() {
        return file.map(AuthorityFile::name).orElse("");
    }

    public String getFacts() {
        return file.map(known -> words.text(
                        "authorityFile.facts",
                        words.time(known.at()),
                        known.who().orElse(""),
                        words.text("authorityFile.state." + known.state().name())))
                .orElse("");
    }

    /** What was done, or why not; empty when nothing was asked. */
    public String getDone() {
        var said = texts.get("done");
        return SAID.contains(said) ? words.text("authorityFile.done." + said) : "";
    }

    public boolean isDoneWell() {
        return !texts.get("done").equals("late");
    }

    /** Why the file as a whole was refused; empty when it was not. */
    public String getRefused() {
        return file.flatMap(AuthorityFile::refused).map(words::text).orElse("");
    }

    public List<Kind> getKinds() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Kind(
                        words.text("authorityFile.outcome." + outcome.name()),
                        words.number(count(outcome)),
                        "/desk/authority-file/" + getId() + "?show=" + outcome.name(),
                        outcome == chosen()))
                .toList();
    }

    private int count(Outcome outcome) {
        return file.map(known -> known.count(outcome)).orElse(0);
    }

    /** What was asked for, or the first kind of which there is any. */
    private Outcome chosen() {
        if (texts.has("show")) return texts.oneOf("show", Outcome.NEW);
        return Arrays.stream(Outcome.values())
                .filter(outcome -> count(outcome) > 0)
                .findFirst()
                .orElse(Outcome.NEW);
    }

    public String getChosen() {
        return words.text("authorityFile.outcome." + chosen().name());
    }

    public List<Row> getRows() {
        return authorities.lines(getId(), chosen()).stream()
                .map(line -> new Row(
                        line.number(),
                        line.heading(),
                        line.why().map(words::text).orElse("")))
                .toList();
    }

    public boolean isStorable() {
        return is(State.READ) && count(Outcome.NEW) + count(Outcome.CHANGED) > 0;
    }

    /** Nothing in the file is new to us. */
    public boolean isNothingNew() {
        return is(State.READ) && count(Outcome.NEW) + count(Outcome.CHANGED) == 0;
    }

    public boolean isUndoable() {
        return is(State.STORED);
    }

    private boolean is(State state) {
        return caller.may(Operation.IMPORT_MARC)
                && file.filter(known -> known.state() == state).isPresent();
    }

    public String getStore() {
        return words.text("authorityFile.store", count(Outcome.NEW) + count(Outcome.CHANGED));
    }
}
