package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.ClassLists;
import org.carrel.patrons.ClassLists.ClassList;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/circulation.xhtml: the scan box, who stands at the desk, and what was said to each scan. */
@Named
@RequestScoped
public class CirculationView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    ClassLists lists;

    @Inject
    SchoolCalendar calendar;

    @Inject
    Clock clock;

    private Optional<ClassList> found = Optional.empty();
    private boolean isLookedUp;

    private String wanted() {
        return FormTexts.of(request).get("site");
    }

    /** Code of the site of this desk; empty while the school has none. */
    public String getSite() {
        return reach.chosen(wanted())
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
    }

    /** The other sites, where there are several. */
    public List<SchoolReach.Link> getSites() {
        return reach.links("/desk/circulation", getSite());
    }

    /** Whether who stands here may lend loaners: to others the page for it is not there. */
    public boolean isMaySwap() {
        return caller.may(Operation.LEND_DEVICES);
    }

    public String getSiteInAddress() {
        return URLEncoder.encode(getSite(), StandardCharsets.UTF_8);
    }

    /** Classes to which things are lent name by name; none for those who may not look people up. */
    public List<Choice> getClasses() {
        if (!caller.may(Operation.FIND_PERSON)) return List.of();
        var open = FormTexts.of(request).get("class");
        return lists.of(getSite(), caller.required()).stream()
                .map(entry -> new Choice(entry.key(), entry.name(), entry.key().equals(open)))
                .toList();
    }

    private Optional<ClassList> open() {
        if (!isLookedUp) found = lookUp();
        isLookedUp = true;
        return found;
    }

    private Optional<ClassList> lookUp() {
        var key = FormTexts.of(request).get("class");
        if (key.isEmpty() || getSite().isEmpty() || !caller.may(Operation.FIND_PERSON)) return Optional.empty();
        var today = calendar.of(getSite()).today(clock.instant());
        return lists.find(key, getSite(), today, caller.required());
    }

    /** The class that is open; empty when none is. */
    public String getClassName() {
        return open().map(ClassList::name).orElse("");
    }

    /** Somebody has asked for a class that is not there. */
    public boolean isClassMissing() {
        return !FormTexts.of(request).get("class").isEmpty() && open().isEmpty();
    }

    /** @param id of the person */
    public record Pupil(long id, String name) {}

    /** Of the class that is open, by name. */
    public List<Pupil> getPupils() {
        return open().map(ClassList::pupils).orElse(List.of()).stream()
                .map(person -> new Pupil(person.id(), person.spokenName()))
                .toList();
    }

    /** Whose unsent scans a browser keeps. */
    public long getAccount() {
        return caller.required().account();
    }

    /** The last day of which a book drop can be. */
    public LocalDate getToday() {
        return LocalDate.now(clock);
    }
}
