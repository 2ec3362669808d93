package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonKeysTest {
    @TempDir
    Path directory;

    @Test
    void aPersonHasOneKeyUntilItIsDestroyed() { // PR-8
        var keys = new PersonKeys(directory.resolve("keys"));
        assertThat(keys.find(7)).isEmpty();
        var made = keys.findOrMake(7);
        assertThat(made.getEncoded()).hasSize(32);
        assertThat(new PersonKeys(directory.resolve("keys")).find(7)).hasValue(made);
        assertThat(keys.findOrMake(8)).isNotEqualTo(made);
        assertThat(keys.destroy(7)).isTrue();
        assertThat(keys.find(7)).isEmpty();
        assertThat(keys.destroy(7)).as("the second time").isFalse();
        assertThat(keys.findOrMake(7)).as("of somebody else by now").isNotEqualTo(made);
    }

    @Test
    void nobodyElseOnTheMachineReadsThem() throws Exception {
        var keys = new PersonKeys(directory.resolve("keys"));
        keys.findOrMake(7);
        keys.write("list", "x");
        try (var files = Files.walk(directory.resolve("keys"))) {
            for (var file : files.toList()) {
                var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertThat(rights).as(file.toString()).endsWith("------").startsWith("rw");
            }
        }
    }

    @Test
    void whoMakesItAtTheSameTimeGetsTheSame() throws Exception {
        var seen = new HashSet<SecretKey>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(each -> (Callable<SecretKey>) () -> new PersonKeys(directory).findOrMake(9))
                    .toList());
            for (var made : all) seen.add(made.get());
        }
        assertThat(seen).hasSize(1);
    }
}
