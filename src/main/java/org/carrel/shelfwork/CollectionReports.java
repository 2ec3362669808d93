package org.carrel.shelfwork;

import jakarta.inject.Inject;
import org.carrel.platform.Door;
import org.carrel.school.SchoolSite;
import org.carrel.shelfwork.rules.CollectionRules;

/** How old a collection is, what it is made of, and how that goes with what is used. */
@Door
public class CollectionReports {
    private final Weeding weeding;
    private final Publications publications;

    @Inject
    public CollectionReports(Weeding weeding, Publications publications) {
        this.weeding = weeding;
        this.publications = publications;
    }

    /** @param tens Dewey by tens, else by hundreds */
    public CollectionReport of(SchoolSite site, boolean tens) {
        var copies = weeding.copies(site);
        var known = publications.all();
        return CollectionRules.report(
                copies, weeding.rules(), weeding.today(site), tens ? 2 : 1, copy -> known.getOrDefault(
                                copy.copy().bib(), Publications.Publication.UNKNOWN)
                        .language());
    }
}
