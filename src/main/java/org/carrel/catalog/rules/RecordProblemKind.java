package org.carrel.catalog.rules;

import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.RecordProblem.Severity;

/** What {@link RecordRules} looks for in a record that somebody is editing. */
public enum RecordProblemKind implements RecordProblem.Kind {
    TITLE_MISSING(Severity.ERROR),
    TAG_MALFORMED(Severity.ERROR),
    FIELD_OF_OTHER_KIND(Severity.ERROR),
    INDICATOR_MALFORMED(Severity.ERROR),
    CODE_MALFORMED(Severity.ERROR),
    CONTROL_CHARACTER(Severity.ERROR),
    LEADER_LENGTH(Severity.ERROR),
    TAG_UNDEFINED(Severity.WARNING),
    FIELD_REPEATED(Severity.WARNING),
    MAIN_ENTRY_REPEATED(Severity.WARNING),
    FIELD_EMPTY(Severity.WARNING),
    INDICATOR_UNDEFINED(Severity.WARNING),
    CODE_UNUSUAL(Severity.WARNING),
    SUBFIELD_UNDEFINED(Severity.WARNING),
    SUBFIELD_REPEATED(Severity.WARNING),
    SOURCE_MISSING(Severity.WARNING),
    ISBN_CHECK_DIGIT(Severity.WARNING),
    ISBN_FORM(Severity.WARNING),
    PRICE_IN_ISBN(Severity.WARNING),
    ISSN_CHECK_DIGIT(Severity.WARNING),
    ISSN_FORM(Severity.WARNING),
    LCCN_FORM(Severity.WARNING),
    FIXED_LENGTH(Severity.WARNING),
    FIXED_CODE(Severity.WARNING),
    CHANGED_FORM(Severity.WARNING),
    DATE_FORM(Severity.WARNING),
    DATE_IN_FUTURE(Severity.WARNING),
    DATE_DIFFERS(Severity.WARNING),
    TITLE_ENTRY(Severity.WARNING),
    ARTICLE_NOT_SKIPPED(Severity.WARNING),
    SKIPS_WRONG_NUMBER(Severity.WARNING),
    LINK_UNREADABLE(Severity.WARNING),
    LINK_WITHOUT_PARTNER(Severity.WARNING),
    ADDRESS_NOT_WEB(Severity.WARNING),
    LANGUAGES_PACKED(Severity.WARNING),
    LANGUAGE_UNKNOWN(Severity.WARNING),
    CONTENTS_LEVEL(Severity.WARNING),
    SERIES_UNTRACED(Severity.WARNING);

    private final Severity severity;

    RecordProblemKind(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String bundle() {
        return "org.carrel.catalog.rules.record";
    }
}
