package org.carrel.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The migrations that came with this program. */
final class MigrationFiles {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

    private MigrationFiles() {}

    /** The highest version among the files in this directory of the class path; 0 when there is none. */
    static int newest(String directory) {
        var url = MigrationFiles.class.getClassLoader().getResource(directory);
        if (url == null) return 0;
        try {
            return newest(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int newest(URI uri) throws IOException {
        if (!"jar".equals(uri.getScheme())) return newest(Path.of(uri));
        try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
            return newest(jar.provider().getPath(uri));
        }
    }

    private static int newest(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
