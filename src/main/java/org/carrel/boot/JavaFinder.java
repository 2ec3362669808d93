package org.carrel.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds an installed Java of a wanted version or later by reading the {@code release} file that each one carries. */
final class JavaFinder {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"?(?:1\\.)?(\\d+)");

    /** Places to look at in this order: a Java named on purpose, then directories that hold several. */
    private final List<Path> named;

    private final List<Path> collections;

    JavaFinder(List<Path> named, List<Path> collections) {
        this.named = List.copyOf(named);
        this.collections = List.copyOf(collections);
    }

    static JavaFinder ofThisMachine() {
        return of(System.getenv(), Path.of(System.getProperty("java.home")), Path.of(System.getProperty("user.home")));
    }

    static JavaFinder of(Map<String, String> environment, Path running, Path userHome) {
        var named = Stream.of("CARREL_JAVA", "JAVA_HOME")
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .map(Path::of)
                .collect(Collectors.toList());
        var collections = new LinkedHashSet<Path>();
        for (var parent = running.getParent(); parent != null && collections.size() < 2; parent = parent.getParent()) {
            if (parent.getParent() != null) collections.add(parent);
        }
        Stream.of("/usr/lib/jvm", "/usr/java", "/usr/lib64/jvm", "/opt", "/opt/java", "/opt/jdk")
                .map(Path::of)
                .forEach(collections::add);
        Stream.of("/Library/Java/JavaVirtualMachines").map(Path::of).forEach(collections::add);
        Stream.of(
                        ".sdkman/candidates/java",
                        ".jdks",
                        ".m2/jdks",
                        ".asdf/installs/java",
                        ".local/share/mise/installs/java")
                .map(userHome::resolve)
                .forEach(collections::add);
        return new JavaFinder(named, new ArrayList<>(collections));
    }

    /** The home of a Java {@code version} or later: the first named one that will do, else the newest installed. */
    Path find(int version) {
        Optional<Path> chosen = named.stream()
                .map(JavaFinder::homeOf)
                .filter(home -> version(home) >= version)
                .findFirst();
        return chosen.or(() -> newest(version)).orElseThrow(() -> new BootProblem(3, sentence(version)));
    }

    private static String sentence(int version) {
        return "Java " + version + " or later is needed, but this is Java "
                + Runtime.version().feature() + " and no newer one was found. Install a JDK " + version
                + " or later (for example Eclipse Temurin), or set CARREL_JAVA to the directory of one.";
    }

    private Optional<Path> newest(int version) {
        return collections.stream()
                .flatMap(JavaFinder::children)
                .map(JavaFinder::homeOf)
                .filter(home -> version(home) >= version)
                .max(Comparator.comparingInt(JavaFinder::version));
    }

    private static Stream<Path> children(Path directory) {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) return Stream.empty();
        try (var children = Files.list(directory)) {
            return children.sorted().collect(Collectors.toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts the directory itself, its {@code bin/java}, and the bundles of macOS. */
    private static Path homeOf(Path place) {
        if (Files.isRegularFile(place) && place.endsWith(Path.of("bin", "java"))) {
            return place.toAbsolutePath().getParent().getParent();
        }
        var bundle = place.resolve("Contents/Home");
        return Files.isDirectory(bundle) ? bundle : place;
    }

    /** The feature version of the Java in this directory, 0 when there is none that can be run. */
    static int version(Path home) {
        var release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(executable(home))) return 0;
        try {
            var matcher = VERSION.matcher(Files.readString(release));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path executable(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
