package org.carrel.catalog;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.imports.Previews;
import org.carrel.catalog.imports.Profiles;
import org.carrel.catalog.imports.ReportCards;
import org.carrel.catalog.rules.SettingsCheck;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The profiles of vendors: how the files of each are imported. */
@Door
public class ImportProfiles {
    private final Database database;

    @Inject
    public ImportProfiles(Database database) {
        this.database = database;
    }

    /** By name. */
    public List<ImportProfile> list() {
        return new Profiles(database).list();
    }

    public Optional<ImportProfile> find(long id) {
        return new Profiles(database).find(id);
    }

    /** Names compare without regard to case. */
    public Optional<ImportProfile> find(String name) {
        return new Profiles(database).find(name);
    }

    /** What cannot be saved in it, apart from a name that is taken. Empty when all is well. */
    public List<SettingsProblem> check(ImportProfile profile) {
        return SettingsCheck.problems(profile);
    }

    /** Saves a new profile (number 0), or one that nobody changed since it was read. */
    public SaveResult save(ImportProfile profile) {
        return new Profiles(database).save(profile);
    }

    /** Imports keep the settings they have. False when it was gone already. */
    public boolean remove(long id) {
        return new Profiles(database).remove(id);
    }

    /** What the settings would make of the first three titles of a file. Empty when it holds none. */
    public List<RecordPreview> preview(ImportSettings settings, Path file) {
        return new Previews(database).ofFile(settings, file);
    }

    /** The same of an import that waits, or of the titles that an import brought and that stand as it left them. */
    public List<RecordPreview> preview(ImportSettings settings, long importNumber) {
        return new Previews(database).ofImport(settings, importNumber);
    }

    /** What the vendor's newest files were like. Empty lists for a profile without imports. */
    public ReportCard reportCard(long profileId) {
        return new ReportCards(database).of(profileId);
    }
}
