package org.carrel.catalog.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.catalog.ExportCertificate;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.ExportReport.Aside;
import org.carrel.catalog.ExportRequest;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.ExportRequest.Which;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordChanges;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ExportStore;
import org.carrel.catalog.store.ShelfCopy;
import org.carrel.platform.Database;

/**
 * Records on their way into a file, in bounded memory but for their ids. All is read as it is at one moment, so that the
 * file is whole and the certificate compares with what was written, whatever the desk does meanwhile.
 */
public final class ExportRun {
    private static final int PAGE = 500;

    private final Database database;
    private final ExportRequest request;
    private final int thisYear;
    private final Optional<Consumer<RecordChanges>> certified;
    private final RecordForm form;
    private final BibStore bibs = new BibStore();
    private final ExportStore store = new ExportStore();
    private final List<Aside> aside = new ArrayList<>();
    private final RecordIds written = new RecordIds();
    private final RecordIds asideIds = new RecordIds();
    private long records;
    private long missing;

    /** @param certified hears of each record that differs; empty when no certificate is wanted */
    public ExportRun(
            Database database, int thisYear, ExportRequest request, Optional<Consumer<RecordChanges>> certified) {
        this.database = database;
        this.request = request;
        this.thisYear = thisYear;
        this.certified = certified;
        this.form = new RecordForm(request.format(), request.copies());
    }

    /** A record the format cannot hold goes to a second file as MARCXML. Throws when a file cannot be written. */
    public ExportReport run() throws IOException {
        try {
            return database.read(this::run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ExportReport run(Connection connection) throws SQLException {
        try {
            store.holdStill(connection);
            write(connection, request.target(), request.format(), request.which(), this::take);
            var asideFile = asideIds.isEmpty() ? Optional.<Path>empty() : Optional.of(writeAside(connection));
            var certificate = certified.isPresent()
                    ? Optional.of(certificate(connection, certified.get(), asideFile))
                    : Optional.<ExportCertificate>empty();
            return new ExportReport(records, aside, asideFile, missing, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Take {
        void take(RecordFile file, long id, MarcRecord kept, List<ShelfCopy> copies) throws IOException;
    }

    private void write(Connection connection, Path target, Format format, Which which, Take taker)
            throws SQLException, IOException {
        try (var file = new RecordFile(target, format)) {
            var pages = new Pages(connection, which, PAGE);
            for (var ids = pages.next(); !ids.isEmpty(); ids = pages.next()) {
                var marc = bibs.findMarc(connection, ids);
                Map<Long, List<ShelfCopy>> copies = form.needsCopies() ? store.findCopies(connection, ids) : Map.of();
                for (var id : ids) {
                    var json = marc.get(id);
                    if (json == null) missing++;
                    else taker.take(file, id, MarcJson.read(json), copies.getOrDefault(id, List.of()));
                }
            }
            file.complete();
        }
    }

    private void take(RecordFile file, long id, MarcRecord kept, List<ShelfCopy> copies) throws IOException {
        if (request.format() == Format.CSV) {
            file.write(CsvRows.of(id, RecordMapping.map(kept, thisYear), copies));
            records++;
            return;
        }
        var why = file.write(form.apply(kept, copies));
        if (why.isEmpty()) {
            records++;
            if (certified.isPresent()) written.add(id);
        } else {
            aside.add(new Aside(id, Certifier.title(kept), why));
            asideIds.add(id);
        }
    }

    private Path writeAside(Connection connection) throws SQLException, IOException {
        var target = request.target().resolveSibling(request.target().getFileName() + ".too-large.xml");
        var which = new Which.Listed(asideIds.iterator());
        write(
                connection,
                target,
                Format.MARCXML,
                which,
                (file, id, kept, copies) -> file.write(asideForm().apply(kept, copies)));
        return target;
    }

    private RecordForm asideForm() {
        return new RecordForm(Format.MARCXML, request.copies());
    }

    private ExportCertificate certificate(
            Connection connection, Consumer<RecordChanges> changes, Optional<Path> asideFile)
            throws SQLException, IOException {
        var certifier = new Certifier(connection, changes);
        certifier.compare(request.target(), written, form, false);
        if (asideFile.isPresent()) certifier.compare(asideFile.get(), asideIds, asideForm(), true);
        return certifier.certificate();
    }
}
