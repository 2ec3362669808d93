package org.carrel.security.rules;

import static java.util.Map.entry;
import static org.carrel.security.Reach.ANY;
import static org.carrel.security.Reach.OWN;
import static org.carrel.security.Reach.SITE;
import static org.carrel.security.Role.ADMIN;
import static org.carrel.security.Role.AIDE;
import static org.carrel.security.Role.LIBRARIAN;
import static org.carrel.security.Role.STUDENT;
import static org.carrel.security.Role.SUBSTITUTE;
import static org.carrel.security.Role.TEACHER;
import static org.carrel.security.Role.TECHNICIAN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.Reach;
import org.carrel.security.Role;

/** Who may do what to whose things. What does not stand here is denied. Source: the school's table of roles. */
public final class RoleMatrix {
    private static final Map<Operation, Map<Role, Reach>> ALLOWED = Map.ofEntries(
            entry(Operation.SEARCH_CATALOG, everybody(ANY)),
            entry(Operation.OWN_ACCOUNT, everybody(OWN)),
            entry(Operation.OWN_LOANS, everybody(OWN)),
            entry(
                    Operation.STAFF_PAGES,
                    Map.of(TEACHER, ANY, SUBSTITUTE, ANY, TECHNICIAN, ANY, AIDE, ANY, LIBRARIAN, ANY, ADMIN, ANY)),
            entry(Operation.CIRCULATE, Map.of(TECHNICIAN, SITE, AIDE, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.OVERRIDE_LOAN, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.FIND_PERSON, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.KEEP_PEOPLE, Map.of(LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.LEND_DEVICES, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.COUNT_SHELVES, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.RETURN_DEVICES, Map.of(TECHNICIAN, SITE, AIDE, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.SEE_TITLES_OF_PERSON, Map.of(STUDENT, OWN, TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.TAKE_PAYMENTS, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.DECIDE_FEES, Map.of(LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.BOOK_SESSION, Map.of(TEACHER, OWN, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(
                    Operation.SEE_SESSION,
                    Map.of(TEACHER, OWN, SUBSTITUTE, OWN, TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.HOLD_SESSION, Map.of(TEACHER, OWN, SUBSTITUTE, OWN, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.BOOK_MAINTENANCE, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.OVERRIDE_BOOKING, Map.of(LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.COORDINATE_TESTING, Map.of(LIBRARIAN, SITE)),
            entry(Operation.PROCTOR, Map.of(TEACHER, OWN, SUBSTITUTE, OWN, LIBRARIAN, SITE)),
            entry(Operation.SEAT_TESTING, Map.of(TEACHER, OWN, SUBSTITUTE, OWN, TECHNICIAN, SITE, LIBRARIAN, SITE)),
            entry(Operation.PREPARE_TESTING, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE)),
            entry(Operation.CATALOG, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.IMPORT_MARC, Map.of(LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.PRINT_LABELS, Map.of(TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.IMPORT_ROSTER, Map.of(ADMIN, SITE)),
            entry(Operation.IMPORT_DEVICES, Map.of(TECHNICIAN, SITE, ADMIN, SITE)),
            entry(Operation.REPORT_NAMES, Map.of(TEACHER, OWN, TECHNICIAN, SITE, LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.DESK_SETTINGS, Map.of(LIBRARIAN, SITE, ADMIN, SITE)),
            entry(Operation.PRIVACY, Map.of(ADMIN, SITE)),
            entry(Operation.ADMINISTER, Map.of(ADMIN, SITE)));

    private RoleMatrix() {}

    public static Reach reach(Role role, Operation operation) {
        return ALLOWED.getOrDefault(operation, Map.of()).getOrDefault(role, Reach.NONE);
    }

    /** Without anybody signed in only the catalog can be searched. */
    public static boolean isOpen(Operation operation) {
        return operation == Operation.SEARCH_CATALOG;
    }

    /** May the caller do it at all? Empty: nobody is signed in. */
    public static boolean may(Optional<Caller> caller, Operation operation) {
        return isOpen(operation)
                || caller.filter(known -> reach(known.role(), operation) != Reach.NONE)
                        .isPresent();
    }

    /** May the caller do it to this thing? A thing of all sites together is within reach of accounts of all sites only. */
    public static boolean may(Caller caller, Operation operation, Owner owner) {
        var own = owner.account().isPresent() && owner.account().getAsLong() == caller.account();
        return switch (reach(caller.role(), operation)) {
            case NONE -> false;
            case OWN -> own;
            case SITE ->
                own || owner.site().map(caller::isOf).orElse(caller.site().isEmpty());
            case ANY -> true;
        };
    }

    private static Map<Role, Reach> everybody(Reach reach) {
        var all = new EnumMap<Role, Reach>(Role.class);
        for (var role : Role.values()) all.put(role, reach);
        return all;
    }
}
