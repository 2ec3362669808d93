package org.carrel.catalog.rules;

import org.carrel.catalog.Finding;

/** Why a record of an authority file is not taken in. */
public enum AuthorityProblem implements Finding.Problem {
    NOT_AN_AUTHORITY,
    AUTHORITY_DELETED,
    AUTHORITY_NOT_ESTABLISHED,
    AUTHORITY_WITHOUT_NUMBER,
    AUTHORITY_WITHOUT_HEADING,
    AUTHORITY_OF_OTHER_KIND;

    @Override
    public String bundle() {
        return "org.carrel.catalog.rules.authorities";
    }
}
