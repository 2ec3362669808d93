package org.carrel.school;

/** In which languages notices go out. */
public enum NoticeLanguages {
    EN,
    ES,
    BOTH
}
