package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    private static final int RECORDS = 30;

    @TempDir
    Path directory;

    @Test
    void inAQuietMomentManyFilesBecomeFewAndNothingIsLost() throws IOException {
        try (var generation = Generation.create(directory)) {
            for (var id = 1; id <= RECORDS; id++) {
                generation.add(record(id, "Holes").make());
                generation.refresh();
            }
            var before = segments(generation);
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (segments(generation) > 4 && System.nanoTime() < deadline) generation.settle();
            assertThat(segments(generation)).isLessThanOrEqualTo(4).isLessThan(before);
            assertThat(holes(generation)).isEqualTo(RECORDS);
            generation.commit(Stamp.now(1, "database"));
            generation.unsettle();
            generation.put(record(1, "Wonder").make());
            generation.refresh();
            assertThat(holes(generation)).isEqualTo(RECORDS - 1);
            assertThat(generation.files()).isEqualTo(FileWatch.Verdict.AS_WRITTEN);
        }
        try (var generation = Generation.open(directory)) {
            assertThat(holes(generation)).as("what was committed").isEqualTo(RECORDS);
        }
    }

    private static int segments(Generation generation) throws IOException {
        return generation.search(searcher -> searcher.getIndexReader().leaves().size());
    }

    private static int holes(Generation generation) throws IOException {
        return generation.search(searcher -> searcher.count(new TermQuery(new Term(Fields.TITLE, "holes"))));
    }
}
