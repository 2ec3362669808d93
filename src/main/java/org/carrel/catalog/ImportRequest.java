package org.carrel.catalog;

import java.nio.file.Path;

/**
 * A file to be imported for one site.
 *
 * @param siteCode all copies of the file go to this site, whatever 852 $a says; a site with a new code is created
 * @param commit false only plans: everything is read, matched and reported, nothing is written
 * @param acceptDeletions titles leave the catalog as records of the file ask, see {@link ImportChoices}
 */
public record ImportRequest(Path file, String siteCode, boolean commit, boolean acceptDeletions) {
    /** Without deletions. */
    public ImportRequest(Path file, String siteCode, boolean commit) {
        this(file, siteCode, commit, false);
    }
}
