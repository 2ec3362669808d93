package org.carrel.school.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchoolFileTest {
    private static final String SITE = "site,LMC,Library,,,America/Chicago,both,,\n";

    @Test
    @DisplayName("the file in config/ is a school year of the sample school")
    void theFileThatComesWithTheProgramCanBeRead() throws IOException {
        var read = SchoolFile.read(Files.readString(Path.of("config/school.csv")));
        assertThat(read.problems()).isEmpty();
        var plan = read.found().orElseThrow().getFirst();
        assertThat(plan.site().code()).isEqualTo("LMC");
        var calendar = new SiteCalendar(ZoneId.of(plan.site().zone()), plan.week(), plan.closures(), plan.terms());
        assertThat(calendar.terms()).hasSize(2);
        var schoolDays = calendar.openDaysBetween(LocalDate.of(2026, 8, 18), LocalDate.of(2027, 5, 28));
        assertThat(schoolDays).as("a school year").isBetween(170L, 185L);
        assertThat(calendar.isOpenOn(LocalDate.of(2026, 11, 26))).isFalse();
        assertThat(calendar.closureOn(LocalDate.of(2026, 11, 26)).orElseThrow().reason(true))
                .isEqualTo("Acción de Gracias");
    }

    @Test
    void everyLineThatIsWrongIsTold() {
        var read = SchoolFile.read("""
                # remark
                site,LMC,Library,,,UTC+7,both,,
                hours,LMC,Someday,8-16
                hours,LMC,Monday,16-8
                hours,EAST,Monday,8-16
                term,LMC,,2026-08-19,2026-12-18
                holiday,LMC,2026-09-07
                """);
        assertThat(read.found()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        SchoolProblem.of(Field.ZONE, Kind.NO_ZONE, "UTC+7").in(2),
                        SchoolProblem.of(Field.LINE, Kind.NO_LINE, "Someday").in(3),
                        SchoolProblem.of(Field.HOURS, Kind.HOURS_BACKWARDS, "16-8")
                                .in(4),
                        SchoolProblem.of(Field.CODE, Kind.NO_CODE, "EAST").in(5),
                        SchoolProblem.of(Field.NAME, Kind.EMPTY, "").in(6),
                        SchoolProblem.of(Field.LINE, Kind.NO_LINE, "holiday").in(7));
    }

    @Test
    void aSiteStandsInItOnce() {
        assertThat(SchoolFile.read(SITE + SITE.replace("LMC", "lmc")).problems())
                .containsExactly(
                        SchoolProblem.of(Field.CODE, Kind.CODE_TAKEN, "lmc").in(2));
        assertThat(SchoolFile.read("").found().orElseThrow()).isEmpty();
    }
}
