package org.carrel.notices;

/** How a notice reaches whom. */
public enum NoticeWay {
    /** To the borrower's own address. */
    OWN_MAIL,
    GUARDIAN_MAIL,
    TEACHER_MAIL,
    ADMIN_MAIL,
    /** A strip with the name outside. */
    PAPER;

    public boolean isMail() {
        return this != PAPER;
    }
}
