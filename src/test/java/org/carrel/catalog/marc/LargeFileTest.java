package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file costs time, not memory, and leaves nothing running behind. */
class LargeFileTest {
    private static final int RECORDS = 60_000;
    private static final long MOST_KEPT = 48L << 20;

    @TempDir
    Path folder;

    private Path large() throws IOException {
        var file = folder.resolve("large");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < RECORDS; i++) out.write(Given.iso(Given.record("k" + i, "Title ".repeat(200) + i)));
        }
        return file;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void memoryStaysFlatAndNoThreadIsLeft() throws IOException, MarcFileRefused {
        var file = large();
        assertThat(Files.size(file)).isGreaterThan(MOST_KEPT);
        int threads = Thread.activeCount();
        long before = used();
        int read = 0;
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            while (reader.next().isPresent()) {
                if (++read % (RECORDS / 3) == 0) assertThat(used() - before).isLessThan(MOST_KEPT);
            }
        }
        assertThat(read).isEqualTo(RECORDS);
        assertThat(Thread.activeCount()).isEqualTo(threads);
    }

    @Test
    void aFileThatLostAllItsTerminatorsIsReadInReasonableTime() throws IOException, MarcFileRefused {
        var file = folder.resolve("unterminated");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 20_000; i++) {
                var record = Given.iso(Given.record("k" + i, "Title ".repeat(200) + i));
                out.write(record, 0, record.length - 1);
            }
        }
        long start = System.nanoTime();
        int read = 0;
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                if (entry.get() instanceof MarcEntry.Read) read++;
            }
        }
        assertThat(read).isEqualTo(20_000);
        assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
    }

    @Test
    void closingTwiceIsHarmless() throws IOException, MarcFileRefused {
        var file = Files.write(folder.resolve("one"), Given.iso(Given.record("k", "One")));
        var reader = MarcFileReader.open(file, ReadLimits.defaults());
        reader.close();
        reader.close();
        Files.delete(file);
        assertThat(file).doesNotExist();
    }
}
