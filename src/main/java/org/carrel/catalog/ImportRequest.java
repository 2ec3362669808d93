package org.carrel.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to be imported for one site.
 *
 * @param siteCode the copies of the file go to this site, whatever 852 $a says, unless the profile is for several; a site
 *     with a new code is created
 * @param commit false only plans: everything is read, matched and reported, nothing is written
 * @param acceptDeletions titles leave the catalog as records of the file ask, see {@link ImportChoices}
 * @param profile the vendor's, or empty for the defaults
 */
public record ImportRequest(
        Path file, String siteCode, boolean commit, boolean acceptDeletions, Optional<ImportProfile> profile) {
    /** Without deletions and profile. */
    public ImportRequest(Path file, String siteCode, boolean commit) {
        this(file, siteCode, commit, false, Optional.empty());
    }

    /** Without deletions. */
    public ImportRequest(Path file, String siteCode, boolean commit, Optional<ImportProfile> profile) {
        this(file, siteCode, commit, false, profile);
    }

    public ImportSettings settings() {
        return profile.map(ImportProfile::settings).orElse(ImportSettings.DEFAULT);
    }
}
