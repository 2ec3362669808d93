package org.carrel.patrons;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.rules.FolderTimes;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.RosterSettings;
import org.carrel.platform.Settings;

/**
 * The folder in which the student information system lays its rosters down. The newest file is looked through and taken in;
 * more changes than usual wait for a person. The file is left where it is.
 */
@Door
public class RosterFolder {
    private static final String WHO = "watched folder";
    private static final List<String> ENDINGS = List.of(".zip", ".csv", ".xlsx");
    /** A file that still grows is not there yet. */
    private static final Duration STILL = Duration.ofMinutes(1);

    private final Rosters rosters;
    private final Database database;
    private final Clock clock;
    private final RosterSettings settings;
    private Optional<LocalDateTime> looked = Optional.empty();

    @Inject
    public RosterFolder(Rosters rosters, Database database, Clock clock, Settings settings) {
        this(rosters, database, clock, settings.roster());
    }

    RosterFolder(Rosters rosters, Database database, Clock clock, RosterSettings settings) {
        this.rosters = rosters;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** Takes the newest file in when it is time for it and it has not come before. The number of its run. */
    public synchronized Optional<Long> look() {
        var now = LocalDateTime.now(clock);
        if (settings.folder().isEmpty() || !FolderTimes.isDue(settings.time(), looked, now)) return Optional.empty();
        looked = Optional.of(now);
        var newest = newest(settings.folder().get());
        if (newest.isEmpty()) return Optional.empty();
        var taken = new long[1];
        database.exclusively("roster-folder", Duration.ZERO, () -> taken[0] = take(newest.get()));
        return taken[0] == 0 ? Optional.empty() : Optional.of(taken[0]);
    }

    private long take(Path file) {
        if (rosters.hasCome(file, settings.source())) return 0;
        var name = String.valueOf(file.getFileName());
        var id = rosters.stage(new RosterUpload(file, name, settings.source(), Origin.DROP, false), WHO);
        if (rosters.find(id).filter(run -> run.state() == State.PLANNED).isPresent()) rosters.commit(id, false, WHO);
        return id;
    }

    private Optional<Path> newest(Path folder) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(RosterFolder::isRoster)
                    .max(Comparator.comparing(RosterFolder::changed))
                    .filter(file -> changed(file).plus(STILL).isBefore(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoster(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
