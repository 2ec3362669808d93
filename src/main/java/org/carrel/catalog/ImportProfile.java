package org.carrel.catalog;

/**
 * The settings for one vendor under a name.
 *
 * @param id 0 for one that was never saved
 * @param version counts up with each change, so that nobody writes over another's by mistake
 */
public record ImportProfile(long id, int version, String name, ImportSettings settings) {
    public ImportProfile {
        name = name.strip();
    }

    public static ImportProfile named(String name) {
        return new ImportProfile(0, 0, name, ImportSettings.DEFAULT);
    }

    public ImportProfile with(ImportSettings changed) {
        return new ImportProfile(id, version, name, changed);
    }
}
