package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.carrel.patrons.rules.PersonName;

/** What a roster says of a person beside the person's own row: school, homeroom and guardian. */
final class UserFacts {
    private static final String STUDENT = "student";

    private final Roster roster;
    private final Known known;
    private final Optional<String> onlySite;
    private final Map<String, String> homerooms;
    private final Map<String, User> contacts = new HashMap<>();
    /** Guardians by child, for rosters that name the children in the guardian's row. */
    private final Map<String, User> guardians = new HashMap<>();

    /** @param onlySite code of the site of people of whom the roster says no school; empty: of none */
    UserFacts(
            Roster roster,
            Known known,
            Map<String, List<String>> enrolments,
            LocalDate today,
            Optional<String> onlySite) {
        this.roster = roster;
        this.known = known;
        this.onlySite = onlySite;
        this.homerooms = homerooms(enrolments, today);
        for (var user : roster.users()) {
            if (!user.contact() || user.isRefused() || user.deleted()) continue;
            contacts.put(user.sourcedId(), user);
            for (var child : user.contacts()) guardians.putIfAbsent(child, user);
        }
    }

    PatronFacts of(User user, List<RosterRemark> remarks) {
        var facts = user.facts();
        if (!user.schools().isEmpty()) facts = facts.with(PatronField.SITE, site(user, remarks));
        else if (onlySite.isPresent() && facts.get(PatronField.SITE).isEmpty())
            facts = facts.with(PatronField.SITE, onlySite.get());
        if (homeroomsAreKnown() && facts.get(PatronField.HOMEROOM).isEmpty())
            facts = facts.with(PatronField.HOMEROOM, Objects.requireNonNullElse(homerooms.get(user.sourcedId()), ""));
        return withGuardian(user, facts);
    }

    private boolean homeroomsAreKnown() {
        return roster.ofEnrolments() != Part.ABSENT;
    }

    /** The first school that is one of our sites. */
    private String site(User user, List<RosterRemark> remarks) {
        var sites = user.schools().stream()
                .map(known.sites()::get)
                .filter(Objects::nonNull)
                .filter(site -> !site.isEmpty())
                .distinct()
                .toList();
        if (sites.size() > 1) remarks.add(new RosterRemark(Kind.SEVERAL_SCHOOLS, String.join(", ", sites)));
        for (var school : user.schools()) {
            if (!known.sites().containsKey(school)) remarks.add(new RosterRemark(Kind.SCHOOL_UNKNOWN, school));
        }
        return sites.isEmpty() ? "" : sites.getFirst();
    }

    private PatronFacts withGuardian(User user, PatronFacts facts) {
        var contact = user.contacts().stream()
                .map(contacts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(guardians.get(user.sourcedId()));
        if (contact == null) return facts;
        return facts.with(PatronField.GUARDIAN_NAME, PersonName.spoken(contact.facts()))
                .with(PatronField.GUARDIAN_EMAIL, contact.facts().get(PatronField.EMAIL))
                .with(PatronField.GUARDIAN_PHONE, contact.phone());
    }

    /** Titles of homeroom classes by student, from enrolments that are not over. */
    private Map<String, String> homerooms(Map<String, List<String>> enrolments, LocalDate today) {
        var titles = new HashMap<String, String>();
        known.classes().forEach((id, row) -> {
            if (Rows.isHomeroom(row)) titles.put(id, Rows.title(row));
        });
        for (var schoolClass : roster.classes()) {
            if (schoolClass.deleted() || !schoolClass.homeroom()) titles.remove(schoolClass.sourcedId());
            else titles.put(schoolClass.sourcedId(), schoolClass.title());
        }
        var homerooms = new HashMap<String, String>();
        for (var id : new ArrayList<>(enrolments.keySet()).stream().sorted().toList()) {
            var row = Objects.requireNonNull(enrolments.get(id));
            var title = titles.get(Rows.classOf(row));
            if (title == null || !Rows.roleOf(row).equalsIgnoreCase(STUDENT) || Rows.isOver(row, today)) continue;
            homerooms.putIfAbsent(Rows.userOf(row), cut(title));
        }
        return homerooms;
    }

    private static String cut(String title) {
        var longest = PatronField.HOMEROOM.longest();
        return title.length() > longest ? title.substring(0, longest) : title;
    }
}
