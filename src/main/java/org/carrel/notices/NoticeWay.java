package org.carrel.notices;

/** How a notice reaches whom. */
public enum NoticeWay {
    /** To the borrower's own address. */
    OWN_MAIL,
    GUARDIAN_MAIL,
    TEACHER_MAIL,
    ADMIN_MAIL,
    /** To the address that a site has for its work orders. */
    DISTRICT_MAIL,
    /** To an account whose user name is a mail address. */
    ACCOUNT_MAIL,
    /** A strip with the name outside. */
    PAPER;

    public boolean isMail() {
        return this != PAPER;
    }
}
