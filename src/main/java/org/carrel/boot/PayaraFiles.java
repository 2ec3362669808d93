package org.carrel.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Payara Micro taken apart: its jars in {@code runtime}, everything else in {@code boot.jar}. A plain class path starts
 * faster than its own launcher, which unpacks the same jars at every start, and can use class data sharing.
 */
final class PayaraFiles {
    private static final String JARS = "MICRO-INF/runtime/";

    private PayaraFiles() {}

    static void unpack(InputStream content, Path target) throws IOException {
        var jars = Files.createDirectories(target.resolve("runtime"));
        var classPath = new TreeSet<String>();
        try (var zip = new ZipInputStream(content);
                var rest = new ZipOutputStream(Files.newOutputStream(target.resolve("boot.jar")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) continue;
                if (entry.getName().startsWith(JARS) && !entry.isDirectory()) {
                    var name = entry.getName().substring(JARS.length());
                    Files.copy(zip, jars.resolve(name));
                    classPath.add("runtime/" + name);
                } else {
                    // Directories, too: Payara Micro makes those of its domain as it meets them.
                    rest.putNextEntry(new ZipEntry(entry.getName()));
                    zip.transferTo(rest);
                    rest.closeEntry();
                }
            }
            writeManifest(rest, classPath);
        }
    }

    private static void writeManifest(ZipOutputStream jar, Collection<String> classPath) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
        jar.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
        manifest.write(jar);
        jar.closeEntry();
    }
}
