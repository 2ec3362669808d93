package org.carrel.patrons.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns of OneRoster files are wanted. Everything else is dropped before anything is kept, and named (PR-10). */
public final class RosterColumns {
    /** The files that are read, with the columns that each must have. */
    public static final Map<String, List<String>> REQUIRED = Map.of(
            "orgs", List.of("sourcedId", "name", "type"),
            "academicSessions", List.of("sourcedId", "title", "type", "startDate", "endDate"),
            "classes", List.of("sourcedId", "title", "classType", "schoolSourcedId"),
            "users", List.of("sourcedId", "givenName", "familyName"),
            "roles", List.of("userSourcedId", "role", "orgSourcedId"),
            "enrollments", List.of("sourcedId", "classSourcedId", "userSourcedId", "role"));

    private static final List<String> ALWAYS = List.of("sourcedId", "status");
    private static final Map<String, List<String>> WANTED = Map.of(
            "orgs", List.of("name", "type", "identifier", "parentSourcedId"),
            "academicSessions", List.of("title", "type", "startDate", "endDate", "parentSourcedId"),
            "classes",
                    List.of(
                            "title",
                            "grades",
                            "classCode",
                            "classType",
                            "location",
                            "schoolSourcedId",
                            "termSourcedIds",
                            "periods"),
            "users",
                    List.of(
                            "enabledUser",
                            "orgSourcedIds",
                            "primaryOrgSourcedId",
                            "role",
                            "username",
                            "givenName",
                            "familyName",
                            "middleName",
                            "preferredGivenName",
                            "preferredFirstName",
                            "identifier",
                            "email",
                            "phone",
                            "agentSourcedIds",
                            "grades",
                            "metadata.cardNumber",
                            "metadata.homeroom"),
            "roles", List.of("userSourcedId", "roleType", "role", "orgSourcedId"),
            "enrollments", List.of("classSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"));

    /** Columns of the standard that we have no use for: dropped, and not worth a word. */
    private static final Set<String> UNUSED = Set.of(
            "dateLastModified",
            "userIds",
            "sms",
            "courseSourcedId",
            "subjects",
            "subjectCodes",
            "schoolYear",
            "schoolSourcedId",
            "resources",
            "beginDate",
            "endDate",
            "userProfileSourcedId",
            "preferredMiddleName",
            "preferredFamilyName");

    private static final Pattern SENSITIVE = Pattern.compile(
            "birth|dob\\b|ssn|social|password|\\bsex\\b|gender|race|ethnic|hispanic|latino|photo|picture|medical|health|"
                    + "lunch|citizen|religio|pronoun|nacimiento|contrase|biometric|disabilit|iep\\b|masteridentifier",
            Pattern.CASE_INSENSITIVE);

    private RosterColumns() {}

    public static boolean isWanted(String member, String column) {
        return ALWAYS.contains(column) || WANTED.getOrDefault(member, List.of()).contains(column);
    }

    public static boolean isUnused(String column) {
        return UNUSED.contains(column);
    }

    /** True for what must never be kept: birth dates, numbers of the state, passwords, health, pictures. */
    public static boolean isSensitive(String column) {
        var words = column.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[._-]+", " ");
        return SENSITIVE.matcher(words).find()
                || SENSITIVE.matcher(column.toLowerCase(Locale.ROOT)).find();
    }
}
