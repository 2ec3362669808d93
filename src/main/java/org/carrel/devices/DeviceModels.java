package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.ModelSaved.Problem;
import org.carrel.devices.ModelSaved.Saved;
import org.carrel.devices.ModelSaved.Stale;
import org.carrel.devices.ModelSaved.Wrong;
import org.carrel.devices.rules.ModelChecks;
import org.carrel.devices.store.DeviceModelStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Models of devices. Each has a title at the desk, which nobody else sees. */
@Door
public class DeviceModels {
    private final Database database;
    private final UnlistedItems items;
    private final DeviceModelStore store = new DeviceModelStore();

    @Inject
    public DeviceModels(Database database, UnlistedItems items) {
        this.database = database;
        this.items = items;
    }

    /** By manufacturer and name. */
    public List<DeviceModel> all() {
        return database.read(store::findAll);
    }

    public Optional<DeviceModel> find(int id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** Codes of the item types by which things are lent. */
    public List<String> itemTypes() {
        return database.read(items::itemTypes);
    }

    public ModelSaved add(ModelFacts typed) {
        return database.transaction(connection -> add(connection, typed));
    }

    /** In the caller's transaction. */
    ModelSaved add(Connection connection, ModelFacts typed) throws SQLException {
        var facts = ModelChecks.cleaned(typed);
        var problems = ModelChecks.problems(facts);
        if (store.byName(connection, facts.manufacturer(), facts.name()).isPresent()) problems.add(Problem.NAME_TAKEN);
        if (!problems.isEmpty()) return new Wrong(problems);
        var type = items.itemType(connection, facts.itemType());
        var bib = items.addTitle(connection, DeviceModel.fullName(facts.manufacturer(), facts.name()));
        return new Saved(store.add(connection, bib, type, facts));
    }

    /** @param version of the model as it was shown */
    public ModelSaved change(int id, int version, ModelFacts typed) {
        var facts = ModelChecks.cleaned(typed);
        var problems = ModelChecks.problems(facts);
        if (!problems.isEmpty()) return new Wrong(problems);
        return database.transaction(connection -> {
            var before = store.lock(connection, id).orElse(null);
            if (before == null || before.version() != version) return new Stale();
            var twin = store.byName(connection, facts.manufacturer(), facts.name());
            if (twin.filter(other -> other.id() != id).isPresent()) return new Wrong(Set.of(Problem.NAME_TAKEN));
            if (!facts.manufacturer().equalsIgnoreCase(before.manufacturer())
                    && !store.serialsOf(connection, id, facts.manufacturer()).isEmpty())
                return new Wrong(Set.of(Problem.SERIALS_MEET));
            var type = items.itemType(connection, facts.itemType());
            store.change(connection, id, version, type, facts);
            var title = DeviceModel.fullName(facts.manufacturer(), facts.name());
            if (!title.equals(before.fullName())) items.rename(connection, before.bibId(), title);
            if (!facts.itemType().equalsIgnoreCase(before.itemType()))
                items.retype(connection, before.bibId(), facts.itemType());
            return new Saved(id);
        });
    }
}
