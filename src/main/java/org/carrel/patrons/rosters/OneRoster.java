package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.rosters.Roster.Enrolment;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.Roster.School;
import org.carrel.patrons.rosters.Roster.SchoolClass;
import org.carrel.patrons.rosters.Roster.Term;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rosters.Table.Row;
import org.carrel.patrons.rules.RosterCells;
import org.carrel.patrons.rules.RosterRoles;

/** Reads OneRoster 1.0 to 1.2 out of its tables. Columns are known by their names, in any order. */
final class OneRoster {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TITLE = 200;

    private final Tables tables;
    private final List<RosterFinding> findings;
    private final Set<PatronField> delivered = EnumSet.of(
            PatronField.IDENTIFIER,
            PatronField.GIVEN_NAME,
            PatronField.FAMILY_NAME,
            PatronField.CATEGORY,
            PatronField.STATUS);

    private int refusedRows;

    private record Role(String role, List<String> schools) {}

    private OneRoster(Tables tables) {
        this.tables = tables;
        this.findings = tables.findings();
    }

    /** Throws {@link RosterUnreadable}. */
    static Roster read(Tables tables) {
        return new OneRoster(tables).read();
    }

    private Roster read() {
        var schools = new ArrayList<School>();
        each("orgs", row -> school(row, schools));
        var terms = new ArrayList<Term>();
        each("academicSessions", row -> terms.add(term(row)));
        var classes = new ArrayList<SchoolClass>();
        each("classes", row -> classes.add(schoolClass(row)));
        var users = users();
        var enrolments = new ArrayList<Enrolment>();
        var ids = new HashMap<String, String>(); // the same ids come again and again: one text each
        each("enrollments", row -> enrolments.add(enrolment(row, ids)));
        if (tables.part("enrollments") != Part.ABSENT) delivered.add(PatronField.HOMEROOM);
        if (refusedRows > 0) findings.add(new RosterFinding(Kind.ROWS_REFUSED, "", String.valueOf(refusedRows)));
        return new Roster(
                tables.part("users"),
                tables.part("classes"),
                tables.part("academicSessions"),
                tables.part("enrollments"),
                delivered,
                schools,
                terms,
                classes,
                users,
                enrolments,
                refusedRows,
                findings);
    }

    private void each(String part, Consumer<Row> taken) {
        var table = tables.find(part);
        if (table.isEmpty()) return;
        var before = new HashSet<String>();
        table.get().rows(row -> {
            var id = row.get("sourcedId");
            var good =
                    !id.isEmpty() && id.length() <= LONGEST_ID && before.add(id) && !RosterCells.hasBrokenLetters(id);
            if (good) taken.accept(row);
            else refusedRows++;
        });
        if (before.isEmpty() && tables.part(part) == Part.COMPLETE && !part.equals("academicSessions")) {
            throw new RosterUnreadable(Kind.NO_ROWS, part + ".csv", "");
        }
    }

    private void school(Row row, List<School> schools) {
        if (isDeleted(row)) return;
        schools.add(new School(
                row.get("sourcedId"),
                cut(row.get("name"), LONGEST_TITLE),
                cut(row.get("type"), 32),
                cut(row.get("identifier"), 64)));
    }

    private static Term term(Row row) {
        return new Term(
                row.get("sourcedId"),
                cut(row.get("title"), LONGEST_TITLE),
                cut(row.get("type"), 32),
                RosterCells.day(row.get("startDate")),
                RosterCells.day(row.get("endDate")),
                cut(row.get("parentSourcedId"), LONGEST_ID),
                isDeleted(row));
    }

    private static SchoolClass schoolClass(Row row) {
        return new SchoolClass(
                row.get("sourcedId"),
                cut(row.get("title"), LONGEST_TITLE),
                cut(row.get("classCode"), 100),
                row.get("classType").equalsIgnoreCase("homeroom"),
                row.get("schoolSourcedId"),
                cut(row.get("grades"), 100),
                cut(row.get("location"), 100),
                cut(row.get("periods"), 100),
                cut(row.get("termSourcedIds"), 500),
                isDeleted(row));
    }

    private static Enrolment enrolment(Row row, Map<String, String> ids) {
        return new Enrolment(
                row.get("sourcedId"),
                ids.computeIfAbsent(row.get("classSourcedId"), id -> id),
                ids.computeIfAbsent(row.get("userSourcedId"), id -> id),
                ids.computeIfAbsent(cut(row.get("role"), 32), role -> role),
                RosterCells.flag(row.get("primary"), false),
                RosterCells.day(row.get("beginDate")),
                RosterCells.day(row.get("endDate")),
                isDeleted(row));
    }

    private List<User> users() {
        var table = tables.find("users").orElse(null);
        if (table == null) return List.of();
        deliver(table);
        var roles = roles();
        var users = new ArrayList<User>();
        var before = new HashSet<String>();
        table.rows(row -> users.add(user(row, roles, before)));
        if (users.isEmpty() && tables.part("users") == Part.COMPLETE)
            throw new RosterUnreadable(Kind.NO_ROWS, "users.csv", "");
        refusedRows += (int) users.stream().filter(User::isRefused).count();
        return users;
    }

    private void deliver(Table table) {
        if (table.has("username")) delivered.add(PatronField.USERNAME);
        if (table.has("email")) delivered.add(PatronField.EMAIL);
        if (table.has("middleName")) delivered.add(PatronField.MIDDLE_NAME);
        if (table.has("grades")) delivered.add(PatronField.GRADE);
        if (table.has("orgSourcedIds") || tables.part("roles") != Part.ABSENT) delivered.add(PatronField.SITE);
        if (table.has("preferredGivenName") || table.has("preferredFirstName"))
            delivered.add(PatronField.PREFERRED_NAME);
        if (table.has("metadata.homeroom")) delivered.add(PatronField.HOMEROOM);
        if (table.has("agentSourcedIds"))
            delivered.addAll(Set.of(PatronField.GUARDIAN_NAME, PatronField.GUARDIAN_EMAIL, PatronField.GUARDIAN_PHONE));
    }

    /** The primary role of each person, of the file that 1.2 has for them. */
    private Map<String, Role> roles() {
        var roles = new HashMap<String, Role>();
        each("roles", row -> {
            if (isDeleted(row)) return;
            var role = new Role(row.get("role"), List.of(row.get("orgSourcedId")));
            var primary = row.get("roleType").equalsIgnoreCase("primary");
            roles.merge(row.get("userSourcedId"), role, (before, now) -> {
                var schools = new ArrayList<>(primary ? now.schools() : before.schools());
                schools.addAll(primary ? before.schools() : now.schools());
                return new Role(primary ? now.role() : before.role(), schools);
            });
        });
        return roles;
    }

    private User user(Row row, Map<String, Role> roles, Set<String> before) {
        var id = row.get("sourcedId");
        var ofFile = roles.get(id);
        var role = ofFile == null ? row.get("role") : ofFile.role();
        var schools = ofFile == null ? RosterCells.list(row.get("orgSourcedIds")) : ofFile.schools();
        var fields = fields(row, role, isDeleted(row));
        fields.check(id.length() > LONGEST_ID ? "" : id, before);
        return new User(
                row.number(),
                cut(id, LONGEST_ID),
                fields.facts(),
                primaryFirst(row.get("primaryOrgSourcedId"), schools),
                RosterCells.list(row.get("agentSourcedIds")),
                cut(row.get("phone"), PatronField.GUARDIAN_PHONE.longest()),
                row.get("metadata.cardNumber"),
                RosterRoles.isContact(role),
                isDeleted(row),
                List.copyOf(fields.remarks()));
    }

    private static UserRow fields(Row row, String role, boolean deleted) {
        var fields = new UserRow();
        var category = RosterRoles.category(role);
        if (category.isEmpty() && !RosterRoles.isContact(role))
            fields.remark(RosterRemark.Kind.UNKNOWN_ROLE, cut(role, 64));
        var active = !deleted && RosterCells.flag(row.get("enabledUser"), true);
        fields.put(PatronField.STATUS, (active ? PatronStatus.ACTIVE : PatronStatus.INACTIVE).name());
        category.ifPresent(known -> fields.put(PatronField.CATEGORY, known.name()));
        fields.put(PatronField.IDENTIFIER, row.get("identifier"));
        fields.put(PatronField.USERNAME, row.get("username"));
        fields.put(PatronField.EMAIL, row.get("email"));
        fields.put(PatronField.GIVEN_NAME, row.get("givenName"));
        fields.put(PatronField.MIDDLE_NAME, row.get("middleName"));
        fields.put(PatronField.FAMILY_NAME, row.get("familyName"));
        fields.put(PatronField.PREFERRED_NAME, preferred(row));
        fields.put(PatronField.HOMEROOM, row.get("metadata.homeroom"));
        fields.grades(row.get("grades"));
        return fields;
    }

    private static String preferred(Row row) {
        var name =
                row.get("preferredFirstName").isEmpty() ? row.get("preferredGivenName") : row.get("preferredFirstName");
        return Objects.equals(name, row.get("givenName")) ? "" : name;
    }

    private static List<String> primaryFirst(String primary, List<String> schools) {
        if (primary.isEmpty()) return schools;
        var all = new ArrayList<String>();
        all.add(primary);
        schools.stream().filter(school -> !school.equals(primary)).forEach(all::add);
        return all;
    }

    private static boolean isDeleted(Row row) {
        var status = row.get("status");
        return status.equalsIgnoreCase("tobedeleted") || status.equalsIgnoreCase("inactive");
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** Where the tables of a roster are, and how each part comes. */
    interface Tables {
        /** The table of a part that is there and wanted. */
        Optional<Table> find(String part);

        Part part(String name);

        /** What was found so far; more may be added. */
        List<RosterFinding> findings();
    }
}
