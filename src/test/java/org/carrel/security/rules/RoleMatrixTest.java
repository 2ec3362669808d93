package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.Reach;
import org.carrel.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The school's table of roles, cell by cell; N nothing, O own, S own school, Y anything. */
class RoleMatrixTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # operation          |student|teacher|substitute|technician|aide|librarian|admin
            SEARCH_CATALOG       | Y | Y | Y | Y | Y | Y | Y
            OWN_ACCOUNT          | O | O | O | O | O | O | O
            OWN_LOANS            | O | O | O | O | O | O | O
            STAFF_PAGES          | N | Y | Y | Y | Y | Y | Y
            CIRCULATE            | N | N | N | S | S | S | S
            FIND_PERSON          | N | N | N | S | N | S | S
            KEEP_PEOPLE          | N | N | N | N | N | S | S
            LEND_DEVICES         | N | N | N | S | N | S | S
            COUNT_SHELVES        | N | N | N | S | N | S | S
            RETURN_DEVICES       | N | N | N | S | S | S | S
            SEE_TITLES_OF_PERSON | O | N | N | S | N | S | S
            TAKE_PAYMENTS        | N | N | N | S | N | S | S
            DECIDE_FEES          | N | N | N | N | N | S | S
            BOOK_SESSION         | N | O | N | N | N | S | S
            SEE_SESSION          | N | O | O | S | N | S | S
            HOLD_SESSION         | N | O | O | N | N | S | S
            BOOK_MAINTENANCE     | N | N | N | S | N | S | S
            OVERRIDE_BOOKING     | N | N | N | N | N | S | S
            COORDINATE_TESTING   | N | N | N | N | N | S | N
            PROCTOR              | N | O | O | N | N | S | N
            SEAT_TESTING         | N | O | O | S | N | S | N
            PREPARE_TESTING      | N | N | N | S | N | S | N
            CATALOG              | N | N | N | S | N | S | S
            IMPORT_MARC          | N | N | N | N | N | S | S
            PRINT_LABELS         | N | N | N | S | N | S | S
            IMPORT_ROSTER        | N | N | N | N | N | N | S
            IMPORT_DEVICES       | N | N | N | S | N | N | S
            REPORT_NAMES         | N | O | N | S | N | S | S
            DESK_SETTINGS        | N | N | N | N | N | S | S
            PRIVACY              | N | N | N | N | N | N | S
            ADMINISTER           | N | N | N | N | N | N | S
            """)
    void eachCell(
            Operation operation,
            String student,
            String teacher,
            String substitute,
            String technician,
            String aide,
            String librarian,
            String admin) {
        var cells = new String[] {student, teacher, substitute, technician, aide, librarian, admin};
        for (var role : Role.values()) {
            assertThat(RoleMatrix.reach(role, operation))
                    .as(role + " " + operation)
                    .isEqualTo(reach(cells[role.ordinal()]));
        }
    }

    private static Reach reach(String cell) {
        return switch (cell) {
            case "N" -> Reach.NONE;
            case "O" -> Reach.OWN;
            case "S" -> Reach.SITE;
            default -> Reach.ANY;
        };
    }

    @Property
    boolean withoutSignInOnlyTheCatalogIsOpen(@ForAll Operation operation) {
        return RoleMatrix.may(Optional.empty(), operation) == (operation == Operation.SEARCH_CATALOG);
    }

    @Property
    boolean nobodyReachesAnotherSchool(@ForAll Role role, @ForAll Operation operation, @ForAll boolean own) {
        var caller = new Caller(1, "a", "A", role, Optional.of("EAST"));
        var theirs = new Owner(Optional.of("WEST"), OptionalLong.of(own ? 1 : 2));
        var may = RoleMatrix.may(caller, operation, theirs);
        return !may || own || RoleMatrix.reach(role, operation) == Reach.ANY;
    }

    @Property
    boolean whatBelongsToAllSchoolsTakesAnAccountOfAll(@ForAll Role role, @ForAll Operation operation) {
        var caller = new Caller(1, "a", "A", role, Optional.of("EAST"));
        var common = new Owner(Optional.empty(), OptionalLong.of(2));
        return !RoleMatrix.may(caller, operation, common) || RoleMatrix.reach(role, operation) == Reach.ANY;
    }

    @Property
    boolean whoReachesMoreReachesLess(@ForAll Role role, @ForAll Operation operation) {
        var caller = new Caller(1, "a", "A", role, Optional.of("EAST"));
        var own = new Owner(Optional.of("EAST"), OptionalLong.of(1));
        var school = new Owner(Optional.of("east"), OptionalLong.of(2));
        var mayOwn = RoleMatrix.may(caller, operation, own);
        var maySchool = RoleMatrix.may(caller, operation, school);
        return (!maySchool || mayOwn) && mayOwn == (RoleMatrix.reach(role, operation) != Reach.NONE);
    }

    @ParameterizedTest
    @CsvSource({"STUDENT", "TEACHER"})
    void nothingOfOthersIsInReachOfWhoHasOnlyOwnThings(Role role) {
        var caller = new Caller(1, "a", "A", role, Optional.empty());
        var others = new Owner(Optional.of("EAST"), OptionalLong.of(2));
        assertThat(Arrays.stream(Operation.values()).filter(operation -> RoleMatrix.may(caller, operation, others)))
                .isSubsetOf(Operation.SEARCH_CATALOG, Operation.STAFF_PAGES);
    }
}
