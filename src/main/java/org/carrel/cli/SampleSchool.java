package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.ShelfMaps;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.Rosters;
import org.carrel.platform.StartProblem;

/** The sample school of a first start: imported through the real importer, and only into an empty catalog. */
final class SampleSchool {
    private static final String FILE = "k12-starter-290.mrc";
    private static final String PEOPLE = "people.csv";
    private static final String SITE = "LMC";

    private SampleSchool() {}

    static void fill(CommandContext context) {
        if (new Catalog(context.database(), Clock.systemUTC()).size() > 0) return;
        var file = unpacked(context.settings().home().root(), FILE);
        var imports = new MarcImports(context.database(), Clock.systemUTC());
        var report = imports.run(new ImportRequest(file, SITE, true), count -> {});
        report.refused().ifPresent(why -> {
            throw new StartProblem("The sample school could not be imported: " + why);
        });
        SamplePlan.draw(new ShelfMaps(context.database(), Clock.systemUTC()), SITE);
        people(context);
    }

    /** Through the real importer, too; who looks at the page of rosters can take them back. */
    private static void people(CommandContext context) {
        var rosters = new Rosters(context.database(), Clock.systemUTC());
        var file = unpacked(context.settings().home().root(), PEOPLE);
        var id = rosters.stage(file, PEOPLE, "Sample school", Origin.COMMAND, "sample school");
        var guess = rosters.question(id).orElseThrow().guess();
        rosters.map(id, new RosterMapping(guess.columns(), guess.card(), PatronCategory.STUDENT, SITE));
        rosters.commit(id, false, "sample school");
    }

    /** The importer reads files, and the sample lies inside of the program. */
    private static Path unpacked(Path home, String name) {
        try (var in = SampleSchool.class.getResourceAsStream("/import-samples/" + name)) {
            if (in == null) throw new IllegalStateException("The program was built without " + name);
            var file = home.resolve(name);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
