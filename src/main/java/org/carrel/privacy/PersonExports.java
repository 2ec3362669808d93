package org.carrel.privacy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.patrons.PatronErasure;
import org.carrel.patrons.PatronErasure.Known;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.PersonFile.Look;
import org.carrel.privacy.PersonFile.Section;
import org.carrel.privacy.rules.PersonalData;
import org.carrel.privacy.store.PersonalDataStore;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** All that is known of a person, for the person (rule PR-7): by the list of columns that are about people. */
@Door
public class PersonExports {
    private static final int MOST_LOOKS = 10_000;

    private final Database database;
    private final Clock clock;
    private final PatronErasure patrons;
    private final AuditTrail audit;
    private final AccountNames names;
    private final PersonalDataStore store = new PersonalDataStore();

    @Inject
    public PersonExports(Database database, Clock clock, PatronErasure patrons, AuditTrail audit, AccountNames names) {
        this.database = database;
        this.clock = clock;
        this.patrons = patrons;
        this.audit = audit;
        this.names = names;
    }

    private record Told(Known person, List<Section> sections) {}

    /** Empty when there is no such person within reach. That it was made is audited. */
    public Optional<PersonFile> make(Caller by, long patron) {
        Optional<Told> told = database.transaction(connection -> {
            var person = patrons.find(connection, patron).filter(known -> Reached.by(by, known));
            if (person.isEmpty()) return Optional.empty();
            var sections = sections(connection, person.get());
            var actor = OptionalLong.of(by.account());
            audit.addAbout(connection, actor, "person_exported", person.get().pseudonym(), "{}");
            return Optional.of(new Told(person.get(), sections));
        });
        return told.map(this::file);
    }

    private PersonFile file(Told told) {
        var person = told.person();
        return new PersonFile(person.patron(), person.name(), clock.instant(), told.sections(), looks(person));
    }

    /** Who looked at a person's records; empty when there is no such person within reach. */
    public List<Look> looks(Caller by, long patron) {
        return database.read(connection -> patrons.find(connection, patron))
                .filter(known -> Reached.by(by, known))
                .map(this::looks)
                .orElse(List.of());
    }

    private List<Section> sections(Connection connection, Known person) throws SQLException {
        var sections = new ArrayList<Section>();
        for (var table : PersonalData.tables()) {
            var rows = store.rows(connection, table, person.patrons());
            if (!rows.isEmpty()) sections.add(new Section(table.name(), rows));
        }
        return sections;
    }

    private List<Look> looks(Known person) {
        var looks = new ArrayList<Look>();
        for (var pseudonym : person.pseudonyms()) {
            for (var event : audit.of(new Subject(AuditTrail.PERSON, pseudonym), MOST_LOOKS)) looks.add(look(event));
        }
        looks.sort(Comparator.comparing(Look::at).reversed());
        return looks;
    }

    private Look look(AuditEvent event) {
        var who = event.actor().isPresent() ? names.of(event.actor().getAsLong()) : "";
        return new Look(
                event.at(), who, event.action(), event.payload().map(Whys::read).orElse(""));
    }
}
