package org.carrel.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.carrel.catalog.CatalogRecord;

/** One index from its first document to its last, in a directory of its own. One thread writes, any number read. */
final class Generation implements Closeable {
    private static final Logger LOG = System.getLogger(Generation.class.getName());

    /** What is written in memory before it becomes a file: a larger file at once costs less than to merge small ones. */
    private static final double BUFFER_MEGABYTES = 48;

    /** So few files as they can be had without writing large ones again and again: each costs every search some time. */
    private static final MergePolicy SETTLED = new TieredMergePolicy().setSegmentsPerTier(2);

    private static final int MANY_SEGMENTS = 4;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final MergePolicy usual;
    private final RecordWords words = new RecordWords();
    private volatile FileWatch files;
    /** No record with a larger id was ever written here. */
    private long highestId;

    private boolean settling;

    private Generation(Path path, Directory directory, OpenMode mode) throws IOException {
        var config = new IndexWriterConfig(Analysis.ofRecords());
        config.setOpenMode(mode);
        config.setCommitOnClose(false);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        this.path = path;
        this.directory = directory;
        this.usual = config.getMergePolicy();
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, new WorksSearcher.Factory());
        this.files = FileWatch.of(path, directory);
        this.highestId = search(Generation::highestId);
    }

    static Generation create(Path path) throws IOException {
        return new Generation(path, FSDirectory.open(path), OpenMode.CREATE);
    }

    /** Reads every file once and compares its checksum; whatever is thrown, the files are no index that can be used. */
    static Generation open(Path path) throws IOException {
        var directory = FSDirectory.open(path);
        verify(directory);
        return new Generation(path, directory, OpenMode.APPEND);
    }

    static void verify(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) leaf.reader().checkIntegrity();
        }
    }

    Path path() {
        return path;
    }

    /** What the newest commit says. */
    Stamp stamp() throws IOException {
        return Stamp.of(SegmentInfos.readLatestCommit(directory).getUserData());
    }

    /** For a generation that holds no earlier version of the record. */
    void add(CatalogRecord record) throws IOException {
        highestId = Math.max(highestId, record.id());
        writer.addDocument(DocumentMapping.of(record, words));
    }

    /** Ids grow: a new record needs no search for its earlier version. */
    void put(CatalogRecord record) throws IOException {
        if (record.id() > highestId) add(record);
        else writer.updateDocument(id(record.id()), DocumentMapping.of(record, words));
    }

    private static long highestId(IndexSearcher searcher) throws IOException {
        var highest = 0L;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var ids = DocValues.getNumeric(leaf.reader(), Fields.ID_NUMBER);
            while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) highest = Math.max(highest, ids.longValue());
        }
        return highest;
    }

    void remove(long bibId) throws IOException {
        writer.deleteDocuments(id(bibId));
    }

    /** Lets searches see all that was written. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * For when nothing is to be written: puts small files together, beside whatever comes. True when there is something new
     * to commit, though no record changed.
     */
    boolean settle() throws IOException {
        if (!settling && search(searcher -> searcher.getIndexReader().leaves().size()) > MANY_SEGMENTS) {
            writer.getConfig().setMergePolicy(SETTLED);
            writer.maybeMerge();
        }
        settling = true;
        refresh();
        return writer.hasUncommittedChanges();
    }

    /** Much may be written from now on. */
    void unsettle() {
        if (settling) writer.getConfig().setMergePolicy(usual);
        settling = false;
    }

    /** Makes all that was written durable, together with the stamp. */
    void commit(Stamp stamp) throws IOException {
        writer.setLiveCommitData(stamp.toUserData().entrySet());
        writer.commit();
        files = FileWatch.of(path, directory);
    }

    /** Whether the committed files are there as they were written. */
    FileWatch.Verdict files() {
        return files.look();
    }

    /** Compares all checksums: for when something strange was read. */
    boolean isSound() {
        try {
            verify(directory);
            return true;
        } catch (IOException
                | RuntimeException
                | InternalError
                | AssertionError e) { // rotten bytes make Lucene throw anything
            LOG.log(Level.WARNING, "The search index in " + path + " is damaged", e);
            return false;
        }
    }

    <T> T search(Reading<T> reading) throws IOException {
        var searcher = searchers.acquire();
        try {
            return reading.from(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was not committed is forgotten. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }

    private static Term id(long bibId) {
        return new Term(Fields.ID, Long.toString(bibId));
    }

    /** Work on one state of the index. */
    @FunctionalInterface
    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }
}
