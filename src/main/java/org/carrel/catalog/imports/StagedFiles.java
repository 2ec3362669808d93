package org.carrel.catalog.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportJobStore.State;
import org.carrel.platform.Database;

/** Files that wait in the database, in pieces, until their import is done: any process on any machine can go on with them. */
final class StagedFiles {
    private static final int PIECE_BYTES = 1 << 20;
    /** Several at once go as they are; a single one the driver would write out as text. */
    private static final int PIECES_AT_ONCE = 4;

    private final Database database;
    private final ImportJobStore jobs = new ImportJobStore();

    StagedFiles(Database database) {
        this.database = database;
    }

    /** Takes the file in and returns the number of its import; until the last piece is there, nobody touches it. */
    long add(Path file, String fileName, int siteId, byte[] hash, Chosen chosen, State next) {
        var name = Texts.cut(fileName, 500);
        var bytes = file.toFile().length();
        var jobId = database.transaction(connection -> {
            var id = jobs.add(connection, siteId, name, bytes, hash);
            jobs.choose(connection, id, chosen.profileId(), SettingsJson.writeOrNull(chosen.settings()));
            return id;
        });
        try (var in = Files.newInputStream(file)) {
            var number = 0;
            for (var pieces = pieces(in); !pieces.isEmpty(); pieces = pieces(in)) {
                add(jobId, number, pieces);
                number += pieces.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.transaction(connection -> jobs.change(connection, jobId, State.STAGED, next));
        return jobId;
    }

    private static List<byte[]> pieces(InputStream in) throws IOException {
        var pieces = new ArrayList<byte[]>();
        while (pieces.size() < PIECES_AT_ONCE) {
            var piece = in.readNBytes(PIECE_BYTES);
            if (piece.length == 0) break;
            pieces.add(piece);
        }
        return pieces;
    }

    private void add(long jobId, int first, List<byte[]> pieces) {
        database.transaction(connection -> {
            jobs.addPieces(connection, jobId, first, pieces);
            return first;
        });
    }

    /** The file, back from the database, as a temporary one. */
    Path spool(long jobId) {
        try {
            var file = Files.createTempFile("carrel-import-", ".marc");
            try (var out = Files.newOutputStream(file)) {
                for (var number = 0; ; number++) {
                    var at = number;
                    var piece = database.read(connection -> jobs.findPiece(connection, jobId, at));
                    if (piece.isEmpty()) return file;
                    out.write(piece.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the file. */
    static byte[] hash(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
