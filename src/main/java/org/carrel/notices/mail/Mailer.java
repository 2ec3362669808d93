package org.carrel.notices.mail;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.carrel.platform.MailSettings;

/** The way to the school's mail server. */
public final class Mailer {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final MailSettings settings;
    private final Session session;

    public Mailer(MailSettings settings) {
        this(settings, Optional.empty());
    }

    /** @param trusting what makes encrypted connections, where certificates are not those that all the world trusts */
    public Mailer(MailSettings settings, Optional<SSLSocketFactory> trusting) {
        this.settings = settings;
        var properties = new Properties();
        trusting.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", "true");
        var fromFirstByte = settings.port() == MailSettings.TLS_PORT;
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.encrypted() && !fromFirstByte));
        properties.put("mail.smtp.ssl.enable", String.valueOf(fromFirstByte));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", String.valueOf(CONNECT_MILLIS));
        properties.put("mail.smtp.timeout", String.valueOf(ANSWER_MILLIS));
        properties.put("mail.smtp.writetimeout", String.valueOf(ANSWER_MILLIS));
        // Whether it is taken is known before the goodbye, which need not be waited for.
        properties.put("mail.smtp.quitwait", "false");
        session = Session.getInstance(properties);
    }

    public MailSettings settings() {
        return settings;
    }

    /** A connection for some letters, made with the first of them. */
    public MailLine open() {
        return new MailLine(session, settings);
    }
}
