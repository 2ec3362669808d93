package org.carrel.catalog.imports;

import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.ImportSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a file is to be imported by.
 *
 * @param profileId where the settings are from; null when from nowhere
 */
public record Chosen(@Nullable Long profileId, ImportSettings settings) {
    public static final Chosen NOTHING = new Chosen(null, ImportSettings.DEFAULT);

    public static Chosen of(ImportProfile profile) {
        return new Chosen(profile.id() == 0 ? null : profile.id(), profile.settings());
    }

    static Chosen of(ImportRequest request) {
        return request.profile().map(Chosen::of).orElse(NOTHING);
    }
}
