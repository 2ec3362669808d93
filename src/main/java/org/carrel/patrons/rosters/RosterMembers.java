package org.carrel.patrons.rosters;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.carrel.patrons.RosterFinding.Kind;

/** The files of a roster: of a folder, of a zip file, or the one file that it is. Nothing is ever written by their names. */
final class RosterMembers {
    /** Together, when inflated. A district of 50,000 people has some 30 MB. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int MOST_FILES = 100;
    private static final int LARGEST_RATIO = 200;
    private static final long RATIO_FROM = 1 << 20;
    private static final int PIECE = 1 << 16;

    private long left = MOST_BYTES;

    private RosterMembers() {}

    /** Throws {@link RosterUnreadable}. */
    static List<Member> of(Path path) {
        try {
            if (Files.isDirectory(path)) return new RosterMembers().folder(path);
            if (isZip(path) && !isWorkbook(path)) return new RosterMembers().zip(path);
            return List.of(new RosterMembers().file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    /** A workbook is a zip file of its own kind. */
    private static boolean isWorkbook(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Member> folder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var members = new ArrayList<Member>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (isWanted(file.getFileName().toString())) members.add(file(file));
            }
            return checked(members);
        }
    }

    private Member file(Path file) throws IOException {
        var member = new Member(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
        measure(member, Long.MAX_VALUE);
        return member;
    }

    private List<Member> zip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            if (zip.size() > MOST_FILES) throw new RosterUnreadable(Kind.TOO_MANY_FILES, "", zip.size() + "");
            var members = new ArrayList<Member>();
            for (var entry : zip.stream().toList()) {
                var name = flat(entry.getName());
                if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/") || !isWanted(name)) continue;
                var member = new Member(name, () -> open(file, entry));
                measure(member, Math.max(1, entry.getCompressedSize()));
                members.add(member);
            }
            return checked(members);
        } catch (ZipException e) {
            throw new RosterUnreadable(Kind.ARCHIVE_DAMAGED, "", "");
        }
    }

    /** Closes the archive with the entry. */
    private static InputStream open(Path file, ZipEntry entry) throws IOException {
        var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        return new FilterInputStream(Objects.requireNonNull(zip.getInputStream(entry), entry.getName())) {
            @Override
            public void close() throws IOException {
                try (zip) {
                    super.close();
                }
            }
        };
    }

    private static List<Member> checked(List<Member> members) {
        var names = new ArrayList<String>();
        for (var member : members) {
            if (names.contains(member.name())) throw new RosterUnreadable(Kind.MEMBER_TWICE, member.name(), "");
            names.add(member.name());
        }
        return members;
    }

    private static boolean isWanted(String name) {
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static String flat(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Reads it once to its end, so that nobody later reads more than there may be. */
    private void measure(Member member, long packed) throws IOException {
        var piece = new byte[PIECE];
        var bytes = 0L;
        try (var in = member.open()) {
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes += read;
                left -= read;
                if (left < 0) throw new RosterUnreadable(Kind.TOO_LARGE, "", (MOST_BYTES >> 20) + "");
                if (bytes > RATIO_FROM && bytes / packed > LARGEST_RATIO)
                    throw new RosterUnreadable(Kind.INFLATES_SUSPICIOUSLY, "", "");
            }
        }
    }
}
