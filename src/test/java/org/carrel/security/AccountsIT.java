package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.AccountResult.Missing;
import org.carrel.security.AccountResult.Problem;
import org.carrel.security.AccountResult.Refused;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.SignInResult.Wait;
import org.carrel.security.rules.PasswordHash;
import org.carrel.security.rules.Secret;
import org.junit.jupiter.api.Test;

/** Accounts, sessions and tries through their doors, on the real database. ST numbers are our threat tests'. */
class AccountsIT {
    private static final String OTHER_PASSWORD = "eight paper lanterns";

    private static SignInFrom from(String address) {
        return new SignInFrom(address, "", "");
    }

    private static String address() {
        return "198.51.100." + Long.toString(System.nanoTime(), 28);
    }

    private static String name() {
        return "person-" + Long.toString(System.nanoTime(), 28);
    }

    private static AccountChange wish(String name, Role role, String site) {
        return new AccountChange(name, "A person", role, Optional.of(site));
    }

    @Test
    void aCodeChoosesAPasswordOnce() {
        Staff.with(doors -> {
            var name = name();
            var made = (Done) doors.accounts().add(Staff.admin().caller(), wish(name, Role.AIDE, "LMC"));
            assertThat(doors.signIn().byPassword(name, "", from(address()))).isInstanceOf(SignInResult.Refused.class);
            var chosen = new NewPassword(Staff.PASSWORD, Staff.PASSWORD);
            var typed = made.code().toLowerCase().replace("-", " ");
            assertThat(doors.signIn().byCode(name, "AAAA-AAAA", chosen, from(address())))
                    .isInstanceOf(SignInResult.Refused.class);
            assertThat(doors.signIn().byCode(name, typed, chosen, from(address())))
                    .isInstanceOf(SignedIn.class);
            assertThat(doors.signIn().byCode(name, typed, chosen, from(address())))
                    .isInstanceOf(SignInResult.Refused.class);
            return doors.signIn().byPassword(name.toUpperCase(), Staff.PASSWORD, from(address()));
        });
    }

    @Test
    void onlyHashesAreStored() {
        var person = Staff.another(Role.AIDE);
        Staff.with(doors -> doors.database().read(connection -> {
            var hash = Sql.first(
                            connection,
                            "select password_hash from account where username = ?",
                            row -> row.getString(1),
                            person.username())
                    .orElseThrow();
            assertThat(hash).startsWith("$argon2id$v=19$m=" + PasswordHash.MEMORY + ",t=2,p=1$");
            var tokens = Sql.list(
                    connection,
                    "select token_hash from account_session where account_id = ?",
                    row -> row.getBytes(1),
                    person.caller().account());
            assertThat(tokens).containsExactly(Secret.hash(person.token()));
            return true;
        }));
    }

    @Test
    void aHashOfEarlierTimesIsMadeAnewWhenItsPasswordIsTyped() {
        var person = Staff.another(Role.AIDE);
        Staff.with(doors -> {
            // RFC 7914 section 11: "Password", "NaCl", 80,000 iterations
            var old = "$pbkdf2-sha256$80000$TmFDbA$TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1Y";
            doors.database()
                    .transaction(connection -> Sql.update(
                            connection,
                            "update account set password_hash = ? where id = ?",
                            old,
                            person.caller().account()));
            assertThat(doors.signIn().byPassword(person.username(), "Password", from(address())))
                    .isInstanceOf(SignedIn.class);
            var now = doors.database()
                    .read(connection -> Sql.first(
                            connection,
                            "select password_hash from account where id = ?",
                            row -> row.getString(1),
                            person.caller().account()));
            assertThat(now.orElseThrow()).startsWith("$argon2id$v=19$m=" + PasswordHash.MEMORY + ",t=2,p=1$");
            return doors.signIn().byPassword(person.username(), "Password", from(address()));
        });
    }

    @Test
    void anAdministratorOfOneSchoolReachesNoOther() { // ST-07, ST-08
        var here = Staff.of(Role.ADMIN, "LMC").caller();
        var root = Staff.admin().caller();
        Staff.with(doors -> {
            var accounts = doors.accounts();
            var ours = ((Done) accounts.add(here, wish(name(), Role.AIDE, "LMC"))).number();
            var common = Staff.another(Role.AIDE).caller().account();
            assertThat(accounts.add(here, new AccountChange(name(), "X", Role.ADMIN, Optional.empty())))
                    .isEqualTo(new Refused(Problem.BAD_SITE));
            assertThat(accounts.add(here, wish(name(), Role.AIDE, "NO-SUCH-SCHOOL")))
                    .isEqualTo(new Refused(Problem.BAD_SITE));
            assertThat(accounts.change(here, ours, new AccountChange("", "X", Role.ADMIN, Optional.empty())))
                    .isEqualTo(new Refused(Problem.BAD_SITE));
            for (var number : List.of(common, root.account(), 999_999_999L)) {
                assertThat(accounts.find(here, number)).isEmpty();
                assertThat(accounts.change(here, number, wish("", Role.STUDENT, "LMC")))
                        .isEqualTo(new Missing());
                assertThat(accounts.resetPassword(here, number)).isEqualTo(new Missing());
                assertThat(accounts.disable(here, number)).isEqualTo(new Missing());
                assertThat(accounts.enable(here, number)).isEqualTo(new Missing());
                assertThat(accounts.endSessions(here, number)).isEqualTo(new Missing());
            }
            assertThat(accounts.list(here)).allMatch(account -> account.site().equals(Optional.of("LMC")));
            return true;
        });
    }

    @Test
    void nobodyTakesTheGroundFromUnderTheirOwnFeet() {
        var admin = Staff.another(Role.ADMIN).caller();
        Staff.with(doors -> {
            var own = new Refused(Problem.OWN_ACCOUNT);
            var number = admin.account();
            assertThat(doors.accounts().disable(admin, number)).isEqualTo(own);
            assertThat(doors.accounts().resetPassword(admin, number)).isEqualTo(own);
            var less = new AccountChange("", "X", Role.STUDENT, Optional.empty());
            assertThat(doors.accounts().change(admin, number, less)).isEqualTo(own);
            return doors.accounts().change(admin, number, new AccountChange("", "Y", Role.ADMIN, Optional.empty()));
        });
    }

    @Test
    void twoAdministratorsCannotDisableEachOther() throws Exception {
        var one = Staff.another(Role.ADMIN).caller();
        var two = Staff.another(Role.ADMIN).caller();
        var results = atOnce(List.of(
                () -> Staff.with(doors -> doors.accounts().disable(one, two.account())),
                () -> Staff.with(doors -> doors.accounts().disable(two, one.account()))));
        assertThat(results).hasSize(2).filteredOn(Done.class::isInstance).hasSize(1);
    }

    @Test
    void whatEndsAnAccountEndsItsSessionsAtOnce() {
        var admin = Staff.admin().caller();
        List<BiFunction<Accounts, Long, AccountResult>> ends = List.of(
                (accounts, number) -> accounts.disable(admin, number),
                (accounts, number) -> accounts.resetPassword(admin, number),
                (accounts, number) -> accounts.endSessions(admin, number),
                (accounts, number) -> accounts.change(admin, number, wish("", Role.AIDE, "LMC")));
        for (var end : ends) {
            var person = Staff.another(Role.LIBRARIAN);
            var number = person.caller().account();
            Staff.with(doors -> {
                assertThat(doors.sessions().find(person.token(), true)).isPresent();
                assertThat(end.apply(doors.accounts(), number)).isInstanceOf(Done.class);
                assertThat(doors.sessions().find(person.token(), true)).isEmpty();
                return doors.audit().of(new Subject("account", number), 1);
            });
        }
    }

    /** A thousand tries at one name from one place, all at once: nearly all are not even looked at, nobody else notices. */
    @Test
    void aThousandTriesGetNowhereAndLockOutNobodyElse() throws Exception { // ST-15
        var target = Staff.another(Role.LIBRARIAN);
        var colleague = Staff.another(Role.LIBRARIAN);
        var school = address();
        var moment = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC); // however slow this machine is
        var known = Staff.at(
                moment, doors -> (SignedIn) doors.signIn().byPassword(target.username(), Staff.PASSWORD, from(school)));
        var tries = new ArrayList<Callable<SignInResult>>();
        var results = Staff.at(moment, doors -> {
            for (var i = 0; i < 1_000; i++) {
                tries.add(() -> doors.signIn().byPassword(target.username(), OTHER_PASSWORD, from(school)));
            }
            return atOnce(tries);
        });
        assertThat(results).hasSize(1_000).noneMatch(SignedIn.class::isInstance);
        assertThat(results).filteredOn(SignInResult.Refused.class::isInstance).hasSizeLessThanOrEqualTo(15);
        Staff.at(moment, doors -> {
            var signIn = doors.signIn();
            assertThat(signIn.byPassword(target.username(), Staff.PASSWORD, from(school)))
                    .isInstanceOf(Wait.class);
            assertThat(signIn.byPassword(colleague.username(), Staff.PASSWORD, from(school)))
                    .as("somebody else at the same school")
                    .isInstanceOf(SignedIn.class);
            assertThat(signIn.byPassword(target.username(), Staff.PASSWORD, from(address())))
                    .as("the person at home")
                    .isInstanceOf(SignedIn.class);
            var own = new SignInFrom(school, known.browser(), "");
            assertThat(signIn.byPassword(target.username(), Staff.PASSWORD, own))
                    .as("the person at the own computer at school")
                    .isInstanceOf(SignedIn.class);
            return true;
        });
    }

    /** One password for a thousand names, from one place. */
    @Test
    void aThousandNamesFromOnePlaceGetNowhere() throws Exception { // ST-15
        var place = address();
        var results = Staff.with(doors -> {
            var tries = new ArrayList<Callable<SignInResult>>();
            for (var i = 0; i < 1_000; i++) {
                var name = "spray-" + i;
                tries.add(() -> doors.signIn().byPassword(name, OTHER_PASSWORD, from(place)));
            }
            return atOnce(tries);
        });
        assertThat(results).filteredOn(SignInResult.Refused.class::isInstance).hasSizeBetween(100, 120);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) {
        try (var threads = Executors.newFixedThreadPool(Math.min(work.size(), 16))) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(work, 4, TimeUnit.MINUTES)) results.add(done.get());
            return results;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
