package org.carrel.notices.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.carrel.notices.NoticeProblem;
import org.carrel.notices.rules.HeaderText;
import org.carrel.platform.MailSettings;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server. It tells apart what was refused, what may be tried again, and what may have arrived: from
 * the first byte of a letter until the server's answer nobody knows. Not safe for use by several threads.
 */
public final class MailLine implements AutoCloseable {
    private static final int PERMANENT = 500;
    private static final int TRANSIENT = 400;

    private final Session session;
    private final MailSettings settings;
    private @Nullable Transport transport;

    MailLine(Session session, MailSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    public Delivery send(Letter letter) {
        Written message;
        Address[] to;
        try {
            to = new Address[] {address(letter.to())};
            message = message(letter, to);
        } catch (MessagingException e) {
            return Delivery.of(NoticeProblem.BAD_ADDRESS);
        }
        try {
            connected().sendMessage(message, to);
            return Delivery.TAKEN;
        } catch (MessagingException e) {
            close();
            return message.began ? afterItBegan(e) : beforeItBegan(e);
        }
    }

    private Transport connected() throws MessagingException {
        if (transport != null && transport.isConnected()) return transport;
        close();
        var opened = session.getTransport("smtp");
        if (settings.user().isEmpty()) opened.connect();
        else opened.connect(settings.user(), password());
        transport = opened;
        return opened;
    }

    private String password() throws MessagingException {
        if (settings.passwordFile().isEmpty()) return "";
        try (var lines = Files.lines(settings.passwordFile().get())) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new AuthenticationFailedException("The password file cannot be read", e);
        }
    }

    private static Delivery beforeItBegan(MessagingException problem) {
        var reply = reply(problem);
        if (reply.isPresent()) return said(reply.get());
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) return Delivery.of(NoticeProblem.NOT_SIGNED_IN);
            if (cause instanceof SSLException) return Delivery.of(NoticeProblem.NOT_ENCRYPTED);
        }
        var aboutTls = Objects.requireNonNullElse(problem.getMessage(), "").contains("STARTTLS");
        return Delivery.of(aboutTls ? NoticeProblem.NOT_ENCRYPTED : NoticeProblem.UNREACHABLE);
    }

    private static Delivery afterItBegan(MessagingException problem) {
        return reply(problem).map(MailLine::said).orElseGet(() -> Delivery.of(NoticeProblem.BROKEN_OFF));
    }

    /** What the server has said. */
    private record Reply(int code, boolean ofSender) {}

    private static Delivery said(Reply reply) {
        if (reply.code() < PERMANENT) return Delivery.of(NoticeProblem.TRY_LATER, reply.code());
        return Delivery.of(reply.ofSender() ? NoticeProblem.SENDER_REFUSED : NoticeProblem.REFUSED, reply.code());
    }

    /** Empty where it has said nothing that counts: a line that broke is no answer. */
    private static Optional<Reply> reply(MessagingException problem) {
        for (Exception each = problem; each instanceof MessagingException one; each = one.getNextException()) {
            var reply = replyOf(one).filter(said -> said.code() >= TRANSIENT);
            if (reply.isPresent()) return reply;
        }
        return Optional.empty();
    }

    private static Optional<Reply> replyOf(MessagingException problem) {
        return switch (problem) {
            case SMTPAddressFailedException address -> Optional.of(new Reply(address.getReturnCode(), false));
            case SMTPSenderFailedException sender -> Optional.of(new Reply(sender.getReturnCode(), true));
            case SMTPSendFailedException send ->
                Optional.of(new Reply(
                        send.getReturnCode(),
                        Objects.requireNonNullElse(send.getCommand(), "").startsWith("MAIL")));
            default -> Optional.empty();
        };
    }

    private Written message(Letter letter, Address[] to) throws MessagingException {
        var message = new Written(session, letter.messageId());
        message.setFrom(from(letter));
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(HeaderText.clean(letter.subject()), "UTF-8");
        if (letter.calendar().isEmpty()) message.setText(letter.body(), "UTF-8");
        else message.setContent(both(letter.body(), letter.calendar().get()));
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(letter.written().atOffset(ZoneOffset.UTC)));
        // RFC 3834: nobody's holiday note comes back
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }

    /** The same to people and to calendars: the last that a program knows is what it shows (RFC 2046, 5.1.4). */
    private static MimeMultipart both(String body, CalendarPart calendar) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(body, "UTF-8");
        var part = new MimeBodyPart();
        var bytes = calendar.text().getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, calendar.type())));
        // What calendars compare by is its type, ends of lines included.
        part.setHeader("Content-Type", calendar.type());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeMultipart("alternative", text, part);
    }

    private static InternetAddress from(Letter letter) throws MessagingException {
        var from = address(letter.from());
        try {
            from.setPersonal(HeaderText.clean(letter.fromName()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return from;
    }

    /** One address and nothing else: no list, no name, no second line. */
    private static InternetAddress address(String text) throws MessagingException {
        var bare = text.strip();
        var parsed = InternetAddress.parse(bare, true);
        if (parsed.length != 1
                || !bare.equals(parsed[0].getAddress())
                || bare.chars().anyMatch(MailLine::breaksLines)) {
            throw new MessagingException("Not one bare address");
        }
        parsed[0].validate();
        return parsed[0];
    }

    private static boolean breaksLines(int letter) {
        return Character.isISOControl(letter) || Character.isWhitespace(letter);
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open == null) return;
        try {
            open.close();
        } catch (MessagingException e) {
            return; // what was handed over stays handed over
        }
    }

    /** A letter that knows whether any of it is on its way. */
    private static final class Written extends MimeMessage {
        private final String messageId;
        private boolean began;

        Written(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            began = true;
            super.writeTo(out, ignored);
        }
    }
}
