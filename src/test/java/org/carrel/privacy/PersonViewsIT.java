package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.privacy.PersonViews.Alarm;
import org.carrel.privacy.TitlePolicies.Result;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who looks at whom, and who may be told what, on the product's database. */
class PersonViewsIT {
    private static Privacy privacy;

    @BeforeAll
    static void connect() {
        privacy = Privacy.connect(Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (privacy != null) privacy.close();
    }

    private static long alarms(Caller of, boolean sameName) {
        return privacy.views.alarms(Privacy.admin(), 1).stream()
                .filter(alarm -> alarm.who().equals(of.displayName()) && alarm.sameName() == sameName)
                .count();
    }

    @Test
    void moreThanFiftyLooksInAnHourAreNoticedOnce() { // PR-5
        var curious = named(Role.LIBRARIAN);
        var id = privacy.student(Privacy.unique("v"), "LMC");
        for (var i = 0; i < 50; i++) privacy.views.looked(curious, id, "x");
        assertThat(alarms(curious, false)).as("fifty are usual").isZero();
        for (var i = 0; i < 10; i++) privacy.views.looked(curious, id, "x");
        assertThat(alarms(curious, false)).isBetween(1L, 2L);
        assertThat(privacy.views.alarms(Staff.of(Role.ADMIN, "EAST").caller(), 1))
                .as("of another school")
                .noneMatch(alarm -> alarm.who().equals(curious.displayName()));
        assertThat(privacy.exports.looks(Privacy.admin(), id)).hasSize(60);
    }

    @Test
    void aLookAtTheOwnFamilyIsNoticed() { // PR-5
        var mark = Privacy.unique("").replaceAll("[0-9]", "x");
        var parent = new Caller(
                Staff.another(Role.LIBRARIAN).caller().account(),
                "p" + mark,
                "Ana Núñ" + mark,
                Role.LIBRARIAN,
                Optional.empty());
        var child = privacy.add(Map.of(PatronField.FAMILY_NAME, "NUN" + mark.toUpperCase()), Privacy.unique("v"));
        var before = count(parent);
        privacy.views.looked(parent, child, "x");
        assertThat(count(parent)).isEqualTo(before + 1);
        privacy.views.looked(parent, privacy.student(Privacy.unique("v"), "LMC"), "x");
        assertThat(count(parent)).isEqualTo(before + 1);
    }

    private static long count(Caller caller) {
        return privacy.count(
                "select count(*) from view_alarm where account_id = ? and kind = 'same_name'", caller.account());
    }

    /** Somebody with a name of their own, at LMC. */
    private static Caller named(Role role) {
        var account = Staff.another(role).caller();
        var name = "Curious " + Privacy.unique("n");
        privacy.write(connection ->
                Sql.update(connection, "update account set display_name = ? where id = ?", name, account.account()));
        return new Caller(account.account(), account.username(), name, role, Optional.empty());
    }

    @Test
    void nobodyIsToldATitleUntilAStatuteIsNamedWithAReason() { // PR-4
        var admin = Privacy.admin();
        assertThat(privacy.policies.change(admin, "EAST", TitleReaders.PARENT, "A 1", " "))
                .isEqualTo(Result.NO_REASON);
        assertThat(privacy.policies.change(admin, "EAST", TitleReaders.PARENT, " ", "x"))
                .isEqualTo(Result.NO_STATUTE);
        assertThat(privacy.policies.change(admin, "EAST", TitleReaders.PARENT, "A 1", "x".repeat(501)))
                .isEqualTo(Result.TOO_LONG);
        assertThat(privacy.policies.change(admin, "NOWHERE", TitleReaders.PARENT, "A 1", "x"))
                .isEqualTo(Result.MISSING);
        var other = Staff.of(Role.ADMIN, "LMC").caller();
        assertThat(privacy.policies.change(other, "EAST", TitleReaders.PARENT, "A 1", "x"))
                .as("of another school") // ST-07
                .isEqualTo(Result.MISSING);
        assertThat(privacy.policies.tells("NOWHERE", TitleReaders.PARENT)).isFalse();

        var changed =
                privacy.policies.change(admin, "EAST", TitleReaders.PARENT, "Wis. Stat. 43.30", "Counsel said so");
        assertThat(changed).isEqualTo(Result.CHANGED);
        assertThat(privacy.policies.tells("EAST", TitleReaders.PARENT)).isTrue();
        assertThat(privacy.policies.tells("EAST", TitleReaders.TEACHER)).isFalse();
        assertThat(privacy.policies.tells("EAST", TitleReaders.NOBODY)).isFalse();
        var site = privacy.count("select id from site where code = 'EAST'");
        assertThat(privacy.audit
                        .of(new Subject("site", site), 1)
                        .getFirst()
                        .payload()
                        .orElse(""))
                .contains("PARENT", "Wis. Stat. 43.30", "Counsel said so");

        privacy.policies.change(admin, "EAST", TitleReaders.NOBODY, "", "Back to the strictest");
        assertThat(privacy.policies.tells("EAST", TitleReaders.PARENT)).isFalse();
    }

    @Test
    void whatWasNoticedGoesWithTheTrail() { // PR-9
        var curious = named(Role.AIDE);
        privacy.write(connection -> Sql.update(
                connection,
                "insert into view_alarm values (?, utc_timestamp() - interval 500 day, 'many', 60)",
                curious.account()));
        var before = Clock.systemUTC().instant().minus(Duration.ofDays(400));
        assertThat(privacy.views.forget(before)).isGreaterThanOrEqualTo(1);
        assertThat(privacy.views.alarms(Privacy.admin(), 1000))
                .extracting(Alarm::who)
                .doesNotContain(curious.displayName());
    }
}
