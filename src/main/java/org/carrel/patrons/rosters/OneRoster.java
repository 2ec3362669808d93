package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
final class OneRoster implements Roster {
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

    private final List<School> schools = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final UserRoles roles = new UserRoles();
    private int refusedRows;

    private OneRoster(Tables tables) {
        this.tables = tables;
        this.findings = tables.findings();
        refusedRows += each("orgs", this::school);
        refusedRows += each("academicSessions", row -> terms.add(term(row)));
        tables.find("users").ifPresent(this::deliver);
        if (tables.find("users").isPresent()) refusedRows += each("roles", this::role);
        if (tables.part("enrollments") != Part.ABSENT) delivered.add(PatronField.HOMEROOM);
    }

    /** Looked through to its end. Throws {@link RosterUnreadable}. */
    static Roster read(Tables tables) {
        var roster = new OneRoster(tables);
        roster.lookThrough();
        return roster;
    }

    /** Not looked through. */
    static Roster reread(Tables tables) {
        return new OneRoster(tables);
    }

    private void lookThrough() {
        refusedRows += each("classes", row -> {});
        if (tables.find("users").isPresent()) {
            var rows = new int[1];
            users(user -> {
                rows[0]++;
                if (user.isRefused()) refusedRows++;
            });
            if (rows[0] == 0 && tables.part("users") == Part.COMPLETE)
                throw new RosterUnreadable(Kind.NO_ROWS, "users.csv", "");
        }
        refusedRows += each("enrollments", row -> {});
        if (refusedRows > 0) findings.add(new RosterFinding(Kind.ROWS_REFUSED, "", String.valueOf(refusedRows)));
    }

    /** How many rows have no id of their own, and are not taken. */
    private int each(String part, Consumer<Row> taken) {
        var table = tables.find(part);
        if (table.isEmpty()) return 0;
        var before = new TextSet();
        var refused = new int[1];
        table.get().rows(row -> {
            var id = row.get("sourcedId");
            var good =
                    !id.isEmpty() && id.length() <= LONGEST_ID && before.add(id) && !RosterCells.hasBrokenLetters(id);
            if (good) taken.accept(row);
            else refused[0]++;
        });
        if (before.isEmpty() && tables.part(part) == Part.COMPLETE && !part.equals("academicSessions")) {
            throw new RosterUnreadable(Kind.NO_ROWS, part + ".csv", "");
        }
        return refused[0];
    }

    @Override
    public Part ofUsers() {
        return tables.part("users");
    }

    @Override
    public Part ofClasses() {
        return tables.part("classes");
    }

    @Override
    public Part ofTerms() {
        return tables.part("academicSessions");
    }

    @Override
    public Part ofEnrolments() {
        return tables.part("enrollments");
    }

    @Override
    public Set<PatronField> delivered() {
        return delivered;
    }

    @Override
    public List<School> schools() {
        return schools;
    }

    @Override
    public List<Term> terms() {
        return terms;
    }

    @Override
    public int refusedRows() {
        return refusedRows;
    }

    @Override
    public List<RosterFinding> findings() {
        return findings;
    }

    @Override
    public void classes(Consumer<SchoolClass> each) {
        each("classes", row -> each.accept(schoolClass(row)));
    }

    @Override
    public void enrolments(Consumer<Enrolment> each) {
        each("enrollments", row -> each.accept(enrolment(row)));
    }

    @Override
    public void users(Consumer<User> each) {
        var table = tables.find("users");
        if (table.isEmpty()) return;
        var before = new TextSet();
        table.get().rows(row -> each.accept(user(row, before)));
    }

    private void school(Row row) {
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

    private static Enrolment enrolment(Row row) {
        return new Enrolment(
                row.get("sourcedId"),
                row.get("classSourcedId"),
                row.get("userSourcedId"),
                cut(row.get("role"), 32),
                RosterCells.flag(row.get("primary"), false),
                RosterCells.day(row.get("beginDate")),
                RosterCells.day(row.get("endDate")),
                isDeleted(row));
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

    /** Of the file that 1.2 has for them. */
    private void role(Row row) {
        if (isDeleted(row)) return;
        var primary = row.get("roleType").equalsIgnoreCase("primary");
        roles.add(row.get("userSourcedId"), row.get("role"), row.get("orgSourcedId"), primary);
    }

    private User user(Row row, TextSet before) {
        var id = row.get("sourcedId");
        var ofFile = roles.of(id);
        var role = ofFile.map(UserRoles.Role::role).orElseGet(() -> row.get("role"));
        var itsSchools =
                ofFile.map(UserRoles.Role::schools).orElseGet(() -> RosterCells.list(row.get("orgSourcedIds")));
        var fields = fields(row, role, isDeleted(row));
        fields.check(id.length() > LONGEST_ID ? "" : id, before);
        return new User(
                row.number(),
                cut(id, LONGEST_ID),
                fields.facts(),
                primaryFirst(row.get("primaryOrgSourcedId"), itsSchools),
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
