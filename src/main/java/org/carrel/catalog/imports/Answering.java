package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.AnswerResult;
import org.carrel.catalog.ImportQuestion;
import org.carrel.catalog.KnownPlaces;
import org.carrel.catalog.PlaceAnswer;
import org.carrel.catalog.Site;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportJobStore.Job;
import org.carrel.catalog.store.ImportJobStore.State;
import org.carrel.catalog.store.ImportProfileStore;
import org.carrel.catalog.store.ImportQuestionStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.platform.Database;

/** What a plan asks about codes nobody knows, and what people answer. */
public final class Answering {
    private final Database database;
    private final ImportJobStore jobs = new ImportJobStore();
    private final ImportProfileStore profiles = new ImportProfileStore();
    private final PlaceStore places = new PlaceStore();

    public Answering(Database database) {
        this.database = database;
    }

    public List<ImportQuestion> questions(long jobId) {
        return database.read(connection -> new ImportQuestionStore().find(connection, jobId));
    }

    public KnownPlaces places() {
        return database.read(this::places);
    }

    private KnownPlaces places(Connection connection) throws SQLException {
        return new KnownPlaces(
                places.findSites(connection).stream().map(Site::code).toList(),
                places.findLocationCodes(connection),
                places.findItemTypeCodes(connection));
    }

    public AnswerResult answer(long jobId, List<PlaceAnswer> answers) {
        return database.transaction(connection -> {
            var known = places(connection);
            var wrong = answers.stream()
                    .filter(answer -> !isPossible(answer, known))
                    .findFirst();
            if (wrong.isPresent()) return new AnswerResult.NoSuchPlace(wrong.get());
            var job = jobs.find(connection, jobId);
            if (job.isEmpty() || !jobs.change(connection, jobId, State.PLANNED, State.PLANNING)) {
                return new AnswerResult.NotWaiting();
            }
            remember(connection, job.get(), answers);
            return new AnswerResult.Taken();
        });
    }

    private static boolean isPossible(PlaceAnswer answer, KnownPlaces known) {
        if (answer.code().isEmpty() || answer.use().isEmpty()) return false;
        return answer.creates() || known.of(answer.kind()).stream().anyMatch(answer.use()::equalsIgnoreCase);
    }

    private void remember(Connection connection, Job job, List<PlaceAnswer> answers) throws SQLException {
        var settings = SettingsJson.read(job.settings()).with(answers);
        jobs.choose(connection, job.id(), job.profileId(), SettingsJson.writeOrNull(settings));
        var profileId = Optional.ofNullable(job.profileId());
        if (profileId.isEmpty()) return;
        var profile = profiles.findForUpdate(connection, profileId.get());
        if (profile.isEmpty()) return;
        var row = profile.get();
        var remembered = SettingsJson.read(row.settings()).with(answers);
        profiles.change(
                connection,
                new ImportProfileStore.Row(row.id(), row.version(), row.name(), SettingsJson.write(remembered)));
    }
}
