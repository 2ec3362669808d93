package org.carrel.notices;

import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.carrel.notices.NoticeFacts.SessionNews;
import org.carrel.notices.NoticeWriter.Written;
import org.carrel.notices.mail.CalendarPart;
import org.carrel.notices.mail.Delivery;
import org.carrel.notices.mail.Letter;
import org.carrel.notices.mail.MailLine;
import org.carrel.notices.mail.Mailer;
import org.carrel.notices.rules.NoticeKeys;
import org.carrel.notices.rules.Retries;
import org.carrel.notices.store.OutboxStore;
import org.carrel.notices.store.OutboxStore.Later;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.scheduling.SessionMessage;
import org.carrel.scheduling.SessionShown;
import org.jspecify.annotations.Nullable;

/**
 * Hands letters to the mail server, each once. A letter is taken in a transaction that is committed before the first word to the
 * server; what became of it is written afterwards. Where that is missing, or the line broke in the middle of the letter, nobody
 * knows whether it arrived: then a person decides, not the program (decision 25).
 */
@Door
public class Outbox {
    /** Longer than any conversation with a mail server. */
    static final Duration LEASE = Duration.ofMinutes(15);
    /** ST-17: nobody gets more, whoever asks for it. */
    static final int MOST_AN_HOUR = 3;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final NoticeWriter writer;
    private final Optional<Mailer> mailer;
    private final String host;
    private final OutboxStore store = new OutboxStore();
    private int failures;
    private @Nullable Instant pausedUntil;

    @Inject
    public Outbox(Database database, Clock clock, NoticeWriter writer, Settings settings) {
        this(
                database,
                clock,
                writer,
                settings.mail().map(Mailer::new),
                settings.http().baseUrl());
    }

    public Outbox(Database database, Clock clock, NoticeWriter writer, Optional<Mailer> mailer, URI baseUrl) {
        this.database = database;
        this.clock = clock;
        this.writer = writer;
        this.mailer = mailer;
        this.host = Objects.requireNonNullElse(baseUrl.getHost(), "localhost");
    }

    /** Whether there is a mail server at all. */
    public boolean hasMail() {
        return mailer.isPresent();
    }

    /** Sends what is due, as fast as the settings allow. How many letters the server has taken. */
    public synchronized int send() {
        if (mailer.isEmpty()) return 0;
        database.transaction(connection -> store.abandon(connection, clock.instant(), LEASE));
        if (pausedUntil != null && clock.instant().isBefore(pausedUntil)) return 0;
        var sent = 0;
        try (var line = mailer.get().open()) {
            while (true) {
                var next = claim();
                if (next.isEmpty()) return sent;
                var delivery = deliver(line, next.get());
                if (delivery.filter(done -> done.problem().isEmpty()).isPresent()) sent++;
                if (isOfTheServer(delivery)) return pause(sent);
                if (delivery.isPresent()) failures = 0;
            }
        }
    }

    private static boolean isOfTheServer(Optional<Delivery> delivery) {
        return delivery.flatMap(Delivery::problem)
                .filter(NoticeProblem::isOfTheServer)
                .isPresent();
    }

    private int pause(int sent) {
        failures++;
        pausedUntil = clock.instant().plus(Retries.ofTheServer(failures));
        return sent;
    }

    private Optional<QueuedNotice> claim() {
        var most = mailer.orElseThrow().settings().perMinute();
        return database.transaction(connection -> {
            var now = clock.instant();
            if (store.claimedSince(connection, now.minus(MINUTE)) >= most) return Optional.empty();
            return store.claim(connection, now);
        });
    }

    /** Empty when no letter was handed over: there is nothing to say, or nowhere to send it. */
    private Optional<Delivery> deliver(MailLine line, QueuedNotice notice) {
        var written = writer.write(notice);
        if (written.isEmpty()) {
            change(connection -> store.over(connection, notice, NoticeState.CANCELLED, clock.instant()));
            return Optional.empty();
        }
        var to = written.get().to();
        if (to.isEmpty()) {
            change(connection -> store.stop(connection, notice, NoticeState.FAILED, NoticeProblem.NO_ADDRESS, 0));
            return Optional.empty();
        }
        if (hadEnough(notice, to)) return Optional.empty();
        var delivery = line.send(letter(notice, written.get()));
        change(connection -> mark(connection, notice, delivery));
        return Optional.of(delivery);
    }

    private boolean hadEnough(QueuedNotice notice, String to) {
        return database.transaction(connection -> {
            var now = clock.instant();
            var count = store.sentTo(connection, notice, NoticeKeys.ofAddress(to), now.minus(HOUR));
            if (count < MOST_AN_HOUR) return false;
            store.later(connection, notice, new Later(now.plus(HOUR), false, NoticeProblem.TOO_MANY, 0));
            return true;
        });
    }

    private Letter letter(QueuedNotice notice, Written written) {
        var site = written.site();
        var from = site.senderMail().isEmpty() ? mailer.orElseThrow().settings().from() : site.senderMail();
        var name = site.senderName().isEmpty() ? site.name() : site.senderName();
        return new Letter(
                from,
                name,
                written.to(),
                written.letter().subject(),
                written.letter().body(),
                NoticeKeys.messageId(notice.id(), notice.key(), host),
                clock.instant(),
                written.news().map(news -> calendar(news, written, new SessionMessage.Person(name, from))));
    }

    private static CalendarPart calendar(SessionNews news, Written written, SessionMessage.Person from) {
        var language = NoticeLanguage.of(written.site().languages()).getFirst().locale();
        var to = new SessionMessage.Person(written.name(), written.to());
        var shown = new SessionShown(news.zone(), language, news.link());
        var message = SessionMessage.of(news.session(), shown, news.on(), to, from);
        return new CalendarPart(message.text(), message.type());
    }

    private void mark(Connection connection, QueuedNotice notice, Delivery delivery) throws SQLException {
        var now = clock.instant();
        if (delivery.problem().isEmpty()) {
            store.over(connection, notice, NoticeState.SENT, now);
            return;
        }
        var problem = delivery.problem().get();
        var code = delivery.replyCode();
        if (problem.isOfTheServer()) {
            var pause = Retries.ofTheServer(failures + 1);
            store.later(connection, notice, new Later(now.plus(pause), false, problem, code));
        } else if (problem == NoticeProblem.TRY_LATER && !Retries.isEnough(notice.since(), now)) {
            var wait = Retries.ofANotice(notice.attempts());
            store.later(connection, notice, new Later(now.plus(wait), true, problem, code));
        } else if (problem == NoticeProblem.BROKEN_OFF) {
            store.stop(connection, notice, NoticeState.UNKNOWN, problem, code);
        } else {
            var why = problem == NoticeProblem.TRY_LATER ? NoticeProblem.GAVE_UP : problem;
            store.stop(connection, notice, NoticeState.FAILED, why, code);
        }
    }

    /** What is written about a letter. */
    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private void change(Change change) {
        database.transaction(connection -> {
            change.on(connection);
            return true;
        });
    }
}
