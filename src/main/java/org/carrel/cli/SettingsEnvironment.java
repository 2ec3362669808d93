package org.carrel.cli;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.MailSettings;
import org.carrel.platform.OpenIdSettings;
import org.carrel.platform.RosterSettings;
import org.carrel.platform.Setting;
import org.carrel.platform.Settings;

/** Hands all settings to the web server's process: in its environment, which other users cannot read as they can arguments. */
final class SettingsEnvironment {
    private SettingsEnvironment() {}

    static Map<String, String> of(Settings settings, DatabaseSettings database) {
        var all = new HashMap<>(Map.ofEntries(
                entry(Setting.HOME, settings.home().root()),
                entry(Setting.KEYS, settings.keys()),
                entry(Setting.DB_URL, database.url()),
                entry(Setting.DB_USER, database.user()),
                entry(Setting.DB_PASSWORD, database.password()),
                entry(Setting.HTTP_ADDRESS, settings.http().address()),
                entry(Setting.HTTP_PORT, settings.http().port()),
                entry(Setting.BASE_URL, settings.http().baseUrl()),
                entry(Setting.HTTP_MAX_BODY, settings.http().maxBodyBytes()),
                entry(Setting.HTTP_PROXIES, String.join(", ", settings.access().proxies())),
                entry(Setting.STAFF_OWN_MACHINE, settings.access().staffOnOwnMachine()),
                entry(Setting.STAFF_BADGE_WITH_PIN, settings.access().badgeWithPin()),
                entry(Setting.SCHOOL_NAME, settings.school().name()),
                entry(Setting.SCHOOL_TIME_ZONE, settings.school().timeZone()),
                entry(Setting.NEW_DAYS, settings.school().newDays()),
                entry(Setting.CART_MISSING_DAYS, settings.cartMissingDays()),
                entry(Setting.SAMPLE_SCHOOL, settings.sampleSchool())));
        all.putAll(roster(settings.roster()));
        settings.retention().days().forEach((setting, days) -> all.put(setting.environmentName(), days.toString()));
        settings.openId().ifPresent(openId -> all.putAll(openId(openId)));
        settings.mail().ifPresent(mail -> all.putAll(mail(mail)));
        return all;
    }

    private static Map<String, String> roster(RosterSettings roster) {
        return Map.ofEntries(
                entry(
                        Setting.ROSTER_FOLDER,
                        roster.folder()
                                .map(folder -> folder.toAbsolutePath().toString())
                                .orElse("")),
                entry(Setting.ROSTER_SOURCE, roster.source()),
                entry(
                        Setting.ROSTER_TIME,
                        roster.time().map(LocalTime::toString).orElse(Setting.ROSTER_TIME.standard())));
    }

    private static Map<String, String> openId(OpenIdSettings openId) {
        return Map.ofEntries(
                entry(Setting.OIDC_ISSUER, openId.issuer()),
                entry(Setting.OIDC_CLIENT_ID, openId.clientId()),
                entry(Setting.OIDC_CLIENT_SECRET, openId.clientSecret()),
                entry(Setting.OIDC_DOMAIN, openId.domain().orElse("")),
                entry(Setting.OIDC_TENANT, openId.tenant().orElse("")),
                entry(Setting.OIDC_NAME, openId.name()));
    }

    private static Map<String, String> mail(MailSettings mail) {
        return Map.ofEntries(
                entry(Setting.MAIL_HOST, mail.host()),
                entry(Setting.MAIL_PORT, mail.port()),
                entry(Setting.MAIL_STARTTLS, mail.encrypted()),
                entry(Setting.MAIL_USER, mail.user()),
                entry(
                        Setting.MAIL_PASSWORD_FILE,
                        mail.passwordFile()
                                .map(file -> file.toAbsolutePath().toString())
                                .orElse("")),
                entry(Setting.MAIL_FROM, mail.from()),
                entry(Setting.MAIL_ADMINS, String.join(", ", mail.admins())),
                entry(Setting.MAIL_PER_MINUTE, mail.perMinute()));
    }

    private static Map.Entry<String, String> entry(Setting setting, Object value) {
        return Map.entry(setting.environmentName(), value.toString());
    }
}
