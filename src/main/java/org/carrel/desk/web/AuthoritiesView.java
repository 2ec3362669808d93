package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.carrel.catalog.Authorities;
import org.carrel.catalog.HeadingChanges;
import org.carrel.catalog.UsedHeading;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/authorities.xhtml: headings that no authority establishes, files of authorities, and headings that were changed. */
@Named
@RequestScoped
public class AuthoritiesView {
    private static final int MOST_WORDS = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    Authorities authorities;

    @Inject
    HeadingChanges changes;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private String typed = "";
    private List<UsedHeading> unauthorised = List.of();

    @PostConstruct
    void load() {
        var text = FormTexts.of(request).get("q").strip();
        typed = text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
        unauthorised = changes.unauthorised(typed);
    }

    /** A heading in a row. @param proposed what the authorities say to use instead; empty when they say nothing */
    public record Row(String text, String kind, String list, String titles, String proposed, String address) {}

    /** A file or a change in a row. */
    public record Past(long id, String what, String when, String who, String state) {}

    public List<Row> getHeadings() {
        return unauthorised.stream()
                .map(heading -> new Row(
                        heading.text(),
                        HeadingWords.kind(heading.kind(), words),
                        HeadingWords.list(heading.thesaurus(), words),
                        words.number(heading.titles()),
                        heading.proposed().map(UsedHeading.Proposal::heading).orElse(""),
                        HeadingWords.address(heading.key(), heading.thesaurus())))
                .toList();
    }

    /** How the headings begin; empty for all. */
    public String getTyped() {
        return typed;
    }

    /** How many authorities there are. */
    public String getCount() {
        return words.text("authorities.count", authorities.count());
    }

    public boolean isAllowed() {
        return caller.may(Operation.IMPORT_MARC);
    }

    /** Why a file was not taken; empty when nothing is wrong. */
    public String getProblem() {
        return UploadProblem.named(FormTexts.of(request).get("problem"))
                .map(problem -> words.text("upload." + problem))
                .orElse("");
    }

    public List<Past> getFiles() {
        return authorities.latest().stream()
                .map(file -> new Past(
                        file.id(),
                        file.name(),
                        words.time(file.at()),
                        file.who().orElse(""),
                        words.text("authorityFile.state." + file.state().name())))
                .toList();
    }

    public List<Past> getChanges() {
        return changes.latest().stream()
                .map(change -> new Past(
                        change.id(),
                        change.was() + " → " + change.becomes(),
                        words.time(change.at()),
                        change.who().orElse(""),
                        words.text("headingChange.state." + change.state().name())))
                .toList();
    }
}
