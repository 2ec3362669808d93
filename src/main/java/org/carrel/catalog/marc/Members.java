package org.carrel.catalog.marc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.carrel.catalog.marc.MarcFileRefused.Place;

/** The streams of one file: itself, or the entries of a zip file in their order. */
final class Members implements AutoCloseable {
    private final List<Member> list;
    private final AutoCloseable archive;

    private Members(List<Member> list, AutoCloseable archive) {
        this.list = list;
        this.archive = archive;
    }

    List<Member> list() {
        return list;
    }

    static Members of(Path file, ReadLimits limits) throws IOException, MarcFileRefused {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (Sniffer.sniff(head, head.length) != ContentKind.ZIP) {
                var itself = new Member("", Files.size(file), () -> Files.newInputStream(file));
                return new Members(List.of(itself), () -> {});
            }
        }
        return zipped(file, limits);
    }

    private static Members zipped(Path file, ReadLimits limits) throws IOException, MarcFileRefused {
        var zip = zip(file);
        var members = new ArrayList<Member>();
        if (zip.size() > limits.maxEntries()) {
            int entries = zip.size();
            zip.close();
            throw new MarcFileRefused(FileProblem.TOO_MANY_ENTRIES, Place.start(""), Integer.toString(entries));
        }
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            long packed = Math.max(0, entry.getCompressedSize());
            members.add(new Member(Member.flatName(entry.getName()), packed, () -> zip.getInputStream(entry)));
        });
        return new Members(members, zip);
    }

    /** Names in old zip files may be in any code page, and only their ASCII matters here. */
    private static ZipFile zip(Path file) throws IOException, MarcFileRefused {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException unicode) {
            try {
                return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
            } catch (ZipException e) {
                throw new MarcFileRefused(FileProblem.ARCHIVE_DAMAGED, Place.start(""), String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            archive.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
