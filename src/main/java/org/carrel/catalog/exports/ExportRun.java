package org.carrel.catalog.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.ExportReport.Aside;
import org.carrel.catalog.ExportRequest;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.store.BibStore;
import org.carrel.platform.Database;

/** The whole catalog on its way into a file, by record id, in bounded memory. */
public final class ExportRun {
    private static final int PAGE = 500;

    private final Database database;
    private final ExportRequest request;
    private final BibStore bibs = new BibStore();
    private final List<Aside> aside = new ArrayList<>();
    private long records;

    public ExportRun(Database database, ExportRequest request) {
        this.database = database;
        this.request = request;
    }

    /** A record the format cannot hold goes to a second file as MARCXML. Throws when a file cannot be written. */
    public ExportReport run() throws IOException {
        var asideFile = Optional.<Path>empty();
        try (var file = new RecordFile(request.target(), request.format())) {
            forEach((id, record) -> write(file, id, record));
            file.complete();
        }
        if (!aside.isEmpty()) asideFile = Optional.of(writeAside());
        return new ExportReport(records, aside, asideFile);
    }

    private void write(RecordFile file, long id, MarcRecord record) throws IOException {
        var why = file.write(record);
        if (why.isEmpty()) records++;
        else aside.add(new Aside(id, title(record), why));
    }

    private static String title(MarcRecord record) {
        return record.data("245").findFirst().flatMap(field -> field.first('a')).orElse("");
    }

    private Path writeAside() throws IOException {
        var target = request.target().resolveSibling(request.target().getFileName() + ".too-large.xml");
        try (var file = new RecordFile(target, Format.MARCXML)) {
            var ids = aside.stream().map(Aside::bibId).toList();
            for (var record : load(ids)) file.write(record);
            file.complete();
        }
        return target;
    }

    private List<MarcRecord> load(List<Long> ids) {
        var marc = database.read(connection -> bibs.findMarc(connection, ids));
        return ids.stream()
                .map(marc::get)
                .filter(Objects::nonNull)
                .map(MarcJson::read)
                .toList();
    }

    @FunctionalInterface
    private interface Take {
        void take(long id, MarcRecord record) throws IOException;
    }

    private void forEach(Take taker) throws IOException {
        for (var after = 0L; ; ) {
            var last = after;
            var ids = database.read(connection -> bibs.findIdsAfter(connection, last, PAGE));
            if (ids.isEmpty()) return;
            var marc = database.read(connection -> bibs.findMarc(connection, ids));
            for (var id : ids) {
                var json = marc.get(id);
                if (json != null) taker.take(id, MarcJson.read(json));
            }
            after = ids.getLast();
        }
    }
}
