package org.carrel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A OneRoster file of students, each in a homeroom and five classes; a person depends on the number alone. */
final class RosterGenerator {
    private static final int SCHOOLS = 12;
    private static final int CLASSES_EACH = 6;
    private static final int STUDENTS_OF_A_CLASS = 25;

    private final int people;

    RosterGenerator(int people) {
        this.people = people;
    }

    int places() {
        return people * CLASSES_EACH;
    }

    /** @param every one person in so many has another name, grade and homeroom; 0 for nobody */
    Path write(Path file, int every) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            member(zip, "orgs.csv", orgs());
            member(zip, "academicSessions.csv", """
                    sourcedId,title,type,startDate,endDate,schoolYear
                    year,2026-27,schoolYear,2026-08-10,2027-05-28,2027
                    """);
            member(zip, "classes.csv", classes());
            member(zip, "users.csv", users(every));
            member(zip, "enrollments.csv", places(every));
        }
        return file;
    }

    private static void member(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String orgs() {
        var rows = new StringBuilder("sourcedId,name,type\n");
        for (var i = 0; i < SCHOOLS; i++) rows.append(line("org-%d,School %d,school", i, i));
        return rows.toString();
    }

    private int classCount() {
        return Math.max(CLASSES_EACH, places() / STUDENTS_OF_A_CLASS);
    }

    private String classes() {
        var rows = new StringBuilder("sourcedId,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds\n");
        for (var i = 0; i < classCount(); i++) {
            var kind = i % CLASSES_EACH == 0 ? "homeroom" : "scheduled";
            rows.append(line("class-%d,Class %d,course,%s,org-%d,year", i, i, kind, i % SCHOOLS));
        }
        return rows.toString();
    }

    private String users(int every) {
        var rows = new StringBuilder(
                "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,identifier,email,grades\n");
        for (var i = 0; i < people; i++) {
            var other = isOther(i, every);
            rows.append(line(
                    "user-%d,true,org-%d,student,u%d,%s,Family%d-Ñandú,%07d,u%d@school.example,%02d",
                    i,
                    i % SCHOOLS,
                    i,
                    other ? "Renée" : "Zoë" + i % 700,
                    i % 9_000,
                    i,
                    i,
                    1 + (other ? i + 1 : i) % 12));
        }
        return rows.toString();
    }

    private String places(int every) {
        var rows = new StringBuilder("sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\n");
        for (var i = 0; i < people; i++) {
            for (var k = 0; k < CLASSES_EACH; k++) {
                var group = i / STUDENTS_OF_A_CLASS + (isOther(i, every) ? 1 : 0);
                var at = (group * CLASSES_EACH + k) % classCount();
                rows.append(line("place-%d-%d,class-%d,org-%d,user-%d,student", i, k, at, i % SCHOOLS, i));
            }
        }
        return rows.toString();
    }

    private static boolean isOther(int person, int every) {
        return every > 0 && person % every == 0;
    }

    private static String line(String format, Object... details) {
        return String.format(Locale.ROOT, format, details) + "\n";
    }
}
