package org.carrel.notices.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeWay;
import org.carrel.notices.NoticeWish;
import org.carrel.scheduling.ClassSession;

/** What makes two letters one and the same. */
public final class NoticeKeys {
    private NoticeKeys() {}

    /** One a person, day, kind and way; a digest also a homeroom. */
    public static String of(NoticeWish wish, int site, NoticeWay way, String about) {
        return String.join(
                "/",
                wish.kind().name(),
                String.valueOf(site),
                String.valueOf(wish.patron()),
                wish.day().toString(),
                way.name(),
                about);
    }

    /** One a reader and version of a session. @param reader number of the person or the account, as the way says */
    public static String ofSession(ClassSession session, NoticeWay way, long reader) {
        return String.join(
                "/",
                NoticeKind.SESSION.name(),
                String.valueOf(session.id()),
                String.valueOf(session.version()),
                way.name(),
                String.valueOf(reader));
    }

    /** The same letter, on paper instead of by mail. */
    public static String onPaper(String key) {
        return key.replaceFirst("/(OWN|TEACHER)_MAIL/", "/PAPER/");
    }

    /** The same for each try of one letter, so that a mail store that got it twice shows it once. */
    public static String messageId(long notice, String key, String host) {
        var hash = HexFormat.of().formatHex(hash(notice + "/" + key), 0, 16);
        return "<notice-" + hash + "@" + host + ">";
    }

    /** By which letters to one address are counted, without keeping the address. */
    public static byte[] ofAddress(String address) {
        return hash(address.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
