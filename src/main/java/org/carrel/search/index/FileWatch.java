package org.carrel.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/**
 * The files of a commit as they were written. Lucene never writes a file twice, so another size or date means that
 * somebody else did; and an open index does not notice that its files were deleted.
 */
record FileWatch(Path path, Map<String, Seen> files) {
    enum Verdict {
        AS_WRITTEN,
        GONE,
        CHANGED
    }

    record Seen(long size, FileTime written) {}

    static FileWatch of(Path path, Directory directory) throws IOException {
        var files = new HashMap<String, Seen>();
        if (DirectoryReader.indexExists(directory)) {
            for (var file : SegmentInfos.readLatestCommit(directory).files(true)) {
                files.put(file, see(path.resolve(file)));
            }
        }
        return new FileWatch(path, Map.copyOf(files));
    }

    Verdict look() {
        var gone = false;
        for (var file : files.entrySet()) {
            try {
                if (!see(path.resolve(file.getKey())).equals(file.getValue())) return Verdict.CHANGED;
            } catch (IOException e) {
                gone = true; // a file that cannot even be looked at is as good as gone
            }
        }
        return gone || !Files.isDirectory(path) ? Verdict.GONE : Verdict.AS_WRITTEN;
    }

    private static Seen see(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Seen(attributes.size(), attributes.lastModifiedTime());
    }
}
