package org.carrel.copycataloging;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.NewTitles;
import org.carrel.copycataloging.TargetProblem.Field;
import org.carrel.copycataloging.TargetProblem.Kind;
import org.carrel.copycataloging.rules.TargetRules;
import org.carrel.copycataloging.store.CopyTargetStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** The servers of other libraries that the school asks for records. They are the whole school's. */
@Door
public class CopyTargets {
    private final Database database;
    private final ImportProfiles profiles;
    private final CopyTargetStore store = new CopyTargetStore();

    @Inject
    public CopyTargets(Database database, ImportProfiles profiles) {
        this.database = database;
        this.profiles = profiles;
    }

    /** In the order in which they stand. */
    public List<CopyTarget> list() {
        return database.read(store::all);
    }

    public List<CopyTarget> enabled() {
        return list().stream().filter(CopyTarget::enabled).toList();
    }

    public Optional<CopyTarget> find(int id) {
        return database.read(connection -> store.find(connection, id));
    }

    /**
     * That a target is in the school's own network is said by administrators only; it holds for the host of which they said it.
     *
     * @param id of the one that is changed; 0: a new one
     * @return what is wrong; nothing when it is stored
     */
    public List<TargetProblem> save(int id, TargetDraft draft, Caller by) {
        var problems = TargetRules.check(draft);
        if (!problems.isEmpty()) return problems;
        var typed = TargetRules.target(id, draft);
        var saved = database.transaction(connection -> {
            var standing = store.find(connection, id)
                    .filter(known -> known.host().equals(typed.host()) && known.port() == typed.port());
            var inside = mayOpen(by)
                    ? typed.inside()
                    : standing.filter(CopyTarget::inside).isPresent();
            return store.save(connection, within(typed, inside));
        });
        return saved ? List.of() : List.of(new TargetProblem(Field.NAME, Kind.TAKEN, draft.get(Field.NAME)));
    }

    private static boolean mayOpen(Caller by) {
        return by.may(Operation.ADMINISTER, new Owner(by.site(), OptionalLong.empty()));
    }

    private static CopyTarget within(CopyTarget target, boolean inside) {
        return new CopyTarget(
                target.id(),
                target.name(),
                target.kind(),
                target.host(),
                target.port(),
                target.path(),
                target.syntax(),
                target.encoding(),
                target.index(),
                target.seconds(),
                target.place(),
                target.enabled(),
                inside,
                target.profile());
    }

    public void remove(int id) {
        database.transaction(connection -> {
            store.remove(connection, id);
            return true;
        });
    }

    /** What a target said, with the titles that it has. */
    public record Tried(TargetState state, List<String> titles) {
        public Tried {
            titles = List.copyOf(titles);
        }
    }

    /** Asks one target, enabled or not, for a number. @param isbn thirteen digits */
    public Tried tryOut(CopyTarget target, String isbn) {
        var asked = Asked.of(target, isbn);
        return new Tried(
                asked.state(),
                asked.records().stream()
                        .map(record -> NewTitles.described(record).title())
                        .toList());
    }

    /** The rules that records of a target follow. */
    List<HouseRule> rules(CopyTarget target) {
        var rules = new ArrayList<HouseRule>();
        if (target.profile().isPresent())
            profiles.find(target.profile().getAsLong())
                    .ifPresent(profile -> rules.addAll(profile.settings().rules()));
        return rules;
    }
}
