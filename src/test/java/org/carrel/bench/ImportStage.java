package org.carrel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.platform.DatabaseSettings;

/** One job on one file, in a JVM of its own, so that none profits from what another one warmed up. */
public final class ImportStage {
    private static final int BATCH = 500;

    private final Path file;
    private final Path directory;
    private final DatabaseSettings access;
    private final LiveHeap heap;

    private ImportStage(Path file, Path directory, DatabaseSettings access, int records) {
        this.file = file;
        this.directory = directory;
        this.access = access;
        this.heap = new LiveHeap(records);
    }

    /** Arguments: job, file, directory for an index, expected records, then address, user and password of a database. */
    public static void main(String[] arguments) throws IOException, SQLException, MarcFileRefused {
        var access = new DatabaseSettings(arguments[4], arguments[5], arguments[6]);
        var stage =
                new ImportStage(Path.of(arguments[1]), Path.of(arguments[2]), access, Integer.parseInt(arguments[3]));
        var began = System.nanoTime();
        var records = stage.run(arguments[0]);
        var wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
        System.out.println(new Measured(records, wall, cpu, stage.heap.megabytes()).line());
    }

    private long run(String job) throws IOException, SQLException, MarcFileRefused {
        return switch (job) {
            case "read" -> read();
            case "rows" -> rows();
            case "lucene" -> lucene();
            case "whole" -> whole();
            case "latency" -> latency();
            default -> throw new IllegalArgumentException("No job " + job);
        };
    }

    private long read() throws MarcFileRefused {
        var records = 0L;
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            while (reader.next().isPresent()) records++;
        }
        return records;
    }

    private long rows() throws IOException, SQLException {
        var url = access.url() + "?useBulkStmts=true";
        try (var connection = DriverManager.getConnection(url, access.user(), access.password());
                var records = new RawRecords(file)) {
            connection.createStatement().execute("drop table if exists scratch");
            connection
                    .createStatement()
                    .execute("create table scratch (id bigint primary key, title varchar(500), marc longblob)");
            connection.setAutoCommit(false);
            var insert = connection.prepareStatement("insert into scratch values (?, ?, ?)");
            var count = 0L;
            for (var record = records.next(); record.length > 0; record = records.next()) {
                insert.setLong(1, ++count);
                insert.setString(2, RawRecords.text(record, "245"));
                insert.setBytes(3, record);
                insert.addBatch();
                if (count % BATCH != 0) continue;
                insert.executeBatch();
                connection.commit();
            }
            insert.executeBatch();
            connection.commit();
            return count;
        }
    }

    private long lucene() throws IOException {
        try (var target = FSDirectory.open(directory);
                var writer = new IndexWriter(target, new IndexWriterConfig(new StandardAnalyzer()));
                var records = new RawRecords(file)) {
            var count = 0L;
            for (var record = records.next(); record.length > 0; record = records.next()) {
                var document = new Document();
                document.add(new StringField("id", Long.toString(++count), Store.YES));
                document.add(new TextField("title", RawRecords.text(record, "245"), Store.YES));
                document.add(new TextField("author", RawRecords.text(record, "100"), Store.YES));
                document.add(new TextField("subject", RawRecords.text(record, "650"), Store.NO));
                document.add(new TextField("all", RawRecords.allText(record), Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
            return count;
        }
    }

    private long whole() {
        try (var center = MediaCenterInside.open(access, directory)) {
            var records = center.importFile(file, heap::look);
            center.catchUp();
            return records;
        }
    }

    private long latency() {
        try (var center = MediaCenterInside.open(access, directory)) {
            center.catchUp();
            var latency = new SearchLatency(center);
            var idle = latency.idle();
            var busy = latency.during(() -> center.importFile(file, count -> {}));
            System.out.println(String.format(
                    Locale.ROOT,
                    "search p50/p99: idle %.1f/%.1f ms, during an import %.1f/%.1f ms: p99 %.2f times",
                    idle.millis(50),
                    idle.millis(99),
                    busy.millis(50),
                    busy.millis(99),
                    busy.millis(99) / idle.millis(99)));
            return busy.count();
        }
    }
}
