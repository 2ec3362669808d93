package org.carrel.patrons.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronCategory;

/** The roles of OneRoster 1.0 to 1.2. */
public final class RosterRoles {
    private static final Set<String> CONTACTS = Set.of("guardian", "parent", "relative");

    private RosterRoles() {}

    /** What a person of this role is at the media center; empty for a contact and for a role that nobody knows. */
    public static Optional<PatronCategory> category(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "student" -> Optional.of(PatronCategory.STUDENT);
            case "teacher" -> Optional.of(PatronCategory.TEACHER);
            case "administrator",
                    "aide",
                    "proctor",
                    "districtadministrator",
                    "siteadministrator",
                    "systemadministrator",
                    "principal",
                    "counselor",
                    "staff" -> Optional.of(PatronCategory.STAFF);
            default -> Optional.empty();
        };
    }

    /** Guardians are contacts of students, not borrowers. */
    public static boolean isContact(String role) {
        return CONTACTS.contains(role.toLowerCase(Locale.ROOT));
    }
}
