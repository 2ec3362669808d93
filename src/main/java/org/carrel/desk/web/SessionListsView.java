package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.carrel.lists.ReadingList;
import org.carrel.lists.SessionLists;
import org.carrel.security.CurrentCaller;

/** The part of desk/class-session.xhtml about the lists of the session. */
@Named
@RequestScoped
public class SessionListsView {
    private static final Set<String> SAID = Set.of("attached", "detached", "onCart", "noList", "notOnCart");
    private static final Set<String> NOT_WELL = Set.of("noList", "notOnCart");

    @Inject
    HttpServletRequest request;

    @Inject
    SessionLists lists;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<ReadingList> attached = List.of();
    private List<ReadingList> choices = List.of();
    private String said = "";

    @PostConstruct
    void load() {
        var session = Numbered.importNumber(request).orElse(0);
        attached = lists.of(session);
        choices = lists.choices(session, caller.required());
        said = FormTexts.of(request).get("lists");
    }

    /** A list that can be chosen. */
    public record Choice(String value, String name, boolean chosen) {}

    public List<ReadingList> getAttached() {
        return attached;
    }

    public List<Choice> getChoices() {
        return choices.stream()
                .map(list -> new Choice(String.valueOf(list.id()), list.fullTitle(), false))
                .toList();
    }

    /** What was done, or why not; empty when nothing was asked. */
    public String getDone() {
        return SAID.contains(said) ? words.text("sessionLists." + said) : "";
    }

    public boolean isDoneWell() {
        return !NOT_WELL.contains(said);
    }
}
