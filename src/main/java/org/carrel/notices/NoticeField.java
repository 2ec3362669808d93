package org.carrel.notices;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a text can have filled in. */
public enum NoticeField {
    /** Who the letter is about, or the teacher of a digest. */
    NAME,
    SCHOOL,
    PHONE,
    /** One line for each thing; with titles only where nobody else reads it. */
    THINGS,
    /** How many things, or pupils. */
    COUNT,
    /** The first due date. */
    DAY,
    /** The last day on which the first of them waits. */
    UNTIL,
    /** What is owed for all of them. */
    AMOUNT,
    HOMEROOM,
    /** One line for each pupil, without titles. */
    PUPILS,
    LINK,
    /** What has become of a session, in a word or two. */
    CHANGE;

    /** As it stands in a text, without its braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    /** What texts of this kind can have filled in. */
    public static Set<NoticeField> of(NoticeKind kind) {
        return switch (kind) {
            case DUE_SOON -> EnumSet.of(NAME, SCHOOL, PHONE, THINGS, COUNT, DAY);
            case OVERDUE, LOST_SOON, LOST -> EnumSet.of(NAME, SCHOOL, PHONE, THINGS, COUNT, AMOUNT);
            case HOLD_READY -> EnumSet.of(NAME, SCHOOL, PHONE, THINGS, COUNT, UNTIL);
            case HOMEROOM_DIGEST -> EnumSet.of(NAME, SCHOOL, PHONE, HOMEROOM, PUPILS, COUNT);
            case SYSTEM_NOTE -> EnumSet.of(SCHOOL, LINK);
            case LOANER -> EnumSet.of(NAME, SCHOOL, PHONE, THINGS, COUNT);
            case WORK_ORDER -> EnumSet.of(SCHOOL, PHONE, THINGS, COUNT);
            case SESSION, SESSION_OFF -> EnumSet.of(NAME, SCHOOL, PHONE, THINGS, DAY, CHANGE, LINK);
            case SESSION_OFFER -> EnumSet.of(NAME, SCHOOL, PHONE, THINGS, LINK);
        };
    }

    /** Without it the text would not say what it is about. */
    public static NoticeField neededIn(NoticeKind kind) {
        return switch (kind) {
            case DUE_SOON,
                    OVERDUE,
                    LOST_SOON,
                    LOST,
                    HOLD_READY,
                    LOANER,
                    WORK_ORDER,
                    SESSION,
                    SESSION_OFF,
                    SESSION_OFFER -> THINGS;
            case HOMEROOM_DIGEST -> PUPILS;
            case SYSTEM_NOTE -> LINK;
        };
    }

    /** Subjects are seen over a shoulder and on locked screens: no names, no things, no money. */
    public boolean mayStandInSubject() {
        return this == SCHOOL || this == COUNT || this == DAY || this == UNTIL || this == HOMEROOM || this == CHANGE;
    }
}
