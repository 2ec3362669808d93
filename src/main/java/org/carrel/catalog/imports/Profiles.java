package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.SaveResult;
import org.carrel.catalog.SettingsProblem;
import org.carrel.catalog.SettingsProblem.Problem;
import org.carrel.catalog.rules.SettingsCheck;
import org.carrel.catalog.store.ImportProfileStore;
import org.carrel.catalog.store.ImportProfileStore.Row;
import org.carrel.platform.Database;

/** Keeps the settings of each vendor. */
public final class Profiles {
    private final Database database;
    private final ImportProfileStore store = new ImportProfileStore();

    public Profiles(Database database) {
        this.database = database;
    }

    public List<ImportProfile> list() {
        return database.read(store::findAll).stream().map(Profiles::profile).toList();
    }

    public Optional<ImportProfile> find(long id) {
        return database.read(connection -> store.find(connection, id)).map(Profiles::profile);
    }

    public Optional<ImportProfile> find(String name) {
        return database.read(connection -> store.find(connection, name.strip())).map(Profiles::profile);
    }

    private static ImportProfile profile(Row row) {
        return new ImportProfile(row.id(), row.version(), row.name(), SettingsJson.read(row.settings()));
    }

    public SaveResult save(ImportProfile profile) {
        return database.transaction(connection -> {
            var problems = new ArrayList<>(SettingsCheck.problems(profile));
            if (isTaken(connection, profile)) problems.add(taken(profile));
            if (!problems.isEmpty()) return new SaveResult.Refused(problems);
            return profile.id() == 0 ? add(connection, profile) : change(connection, profile);
        });
    }

    private boolean isTaken(Connection connection, ImportProfile profile) throws SQLException {
        return store.find(connection, profile.name())
                .filter(other -> other.id() != profile.id())
                .isPresent();
    }

    private static SettingsProblem taken(ImportProfile profile) {
        return new SettingsProblem("name", Problem.NAME_TAKEN, profile.name());
    }

    private SaveResult add(Connection connection, ImportProfile profile) throws SQLException {
        var id = store.add(connection, profile.name(), SettingsJson.write(profile.settings()));
        if (id.isEmpty()) return new SaveResult.Refused(List.of(taken(profile)));
        return new SaveResult.Saved(new ImportProfile(id.get(), 1, profile.name(), profile.settings()));
    }

    private SaveResult change(Connection connection, ImportProfile profile) throws SQLException {
        var json = SettingsJson.write(profile.settings());
        if (!store.change(connection, new Row(profile.id(), profile.version(), profile.name(), json))) {
            return new SaveResult.Stale();
        }
        return new SaveResult.Saved(
                new ImportProfile(profile.id(), profile.version() + 1, profile.name(), profile.settings()));
    }

    public boolean remove(long id) {
        return database.transaction(connection -> store.remove(connection, id));
    }
}
