package org.carrel.patrons.rosters;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterRemark.Kind;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.Roster.User;

/** What a roster says of a person beside the person's own row: school, homeroom and guardian. */
final class UserFacts {
    private final boolean homeroomsAreKnown;
    private final Map<String, String> sites;
    private final Optional<String> onlySite;
    private final Homerooms homerooms;
    private final Guardians guardians;

    /** @param onlySite code of the site of people of whom the roster says no school; empty: of none */
    UserFacts(
            Roster roster,
            Map<String, String> sites,
            Homerooms homerooms,
            Guardians guardians,
            Optional<String> onlySite) {
        this.homeroomsAreKnown = roster.ofEnrolments() != Part.ABSENT;
        this.sites = sites;
        this.homerooms = homerooms;
        this.guardians = guardians;
        this.onlySite = onlySite;
    }

    PatronFacts of(User user, List<RosterRemark> remarks) {
        var facts = user.facts();
        if (!user.schools().isEmpty()) facts = facts.with(PatronField.SITE, site(user, remarks));
        else if (onlySite.isPresent() && facts.get(PatronField.SITE).isEmpty())
            facts = facts.with(PatronField.SITE, onlySite.get());
        if (homeroomsAreKnown && facts.get(PatronField.HOMEROOM).isEmpty())
            facts = facts.with(PatronField.HOMEROOM, homerooms.of(user.sourcedId()));
        return guardians.with(user, facts);
    }

    /** The first school that is one of our sites. */
    private String site(User user, List<RosterRemark> remarks) {
        var ours = user.schools().stream()
                .map(sites::get)
                .filter(Objects::nonNull)
                .filter(site -> !site.isEmpty())
                .distinct()
                .toList();
        if (ours.size() > 1) remarks.add(new RosterRemark(Kind.SEVERAL_SCHOOLS, String.join(", ", ours)));
        for (var school : user.schools()) {
            if (!sites.containsKey(school)) remarks.add(new RosterRemark(Kind.SCHOOL_UNKNOWN, school));
        }
        return ours.isEmpty() ? "" : ours.getFirst();
    }
}
