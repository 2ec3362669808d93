package org.carrel.lists;

import jakarta.inject.Inject;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.lists.store.CoverStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.pictures.Redrawing;
import org.carrel.platform.pictures.Redrawing.Answer.Bad;
import org.carrel.platform.pictures.Redrawing.Answer.Drawn;
import org.carrel.security.Caller;

/**
 * Pictures of covers that somebody has uploaded. What is kept is drawn anew; nothing is fetched from anywhere, and no page shows a
 * picture of another host.
 */
@Door
public class Covers {
    /** Of small and large pictures: their longest side, in pixels. */
    private static final List<Integer> SIDES = List.of(320, 900);

    private static final Redrawing REDRAWING = new Redrawing(Set.of("jpeg", "png", "gif"), SIDES);
    /** Of the print, in the address: enough that no other picture of the same title has it. */
    private static final int PRINT_SIGNS = 16;

    private final Database database;
    private final Clock clock;
    private final CoverStore store = new CoverStore();

    @Inject
    public Covers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How large a picture is wanted. */
    public enum Size {
        SMALL,
        LARGE
    }

    /** What became of an upload. */
    public sealed interface Put {
        record Kept() implements Put {}

        record Refused(Redrawing.Trouble why) implements Put {}

        /** The catalog has no such title. */
        record Gone() implements Put {}
    }

    /**
     * Where the covers of these titles are, after the context path, by number of the title. Those without are left out. The address
     * changes with the picture.
     */
    public Map<Long, String> paths(Collection<Long> bibs, Size size) {
        var paths = new HashMap<Long, String>();
        database.read(connection -> store.prints(connection, bibs))
                .forEach((bib, print) -> paths.put(bib, path(bib, print, size)));
        return Map.copyOf(paths);
    }

    private static String path(long bib, String print, Size size) {
        var name = size == Size.LARGE ? "large" : "small";
        return "/cover/" + bib + "/" + name + "?v=" + print.substring(0, PRINT_SIGNS);
    }

    /** A JPEG; empty when there is none, or no such title any more. */
    public Optional<byte[]> find(long bib, Size size) {
        return database.read(connection -> store.find(connection, bib, size == Size.LARGE));
    }

    /** In place of the one before. @param file as it was sent; read once, and not closed */
    public Put put(long bib, InputStream file, Caller by) {
        return switch (REDRAWING.read(file)) {
            case Bad bad -> new Put.Refused(bad.why());
            case Drawn drawn ->
                keep(bib, drawn.jpegs().get(0).bytes(), drawn.jpegs().get(1).bytes(), by);
        };
    }

    private Put keep(long bib, byte[] small, byte[] large, Caller by) {
        return database.transaction(connection -> {
            if (!store.isThere(connection, bib)) return new Put.Gone();
            store.put(connection, bib, print(large), small, large, by.account(), clock.instant());
            return new Put.Kept();
        });
    }

    private static byte[] print(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The drawn cover is shown again. False when there was no other. */
    public boolean remove(long bib) {
        return database.transaction(connection -> store.remove(connection, bib));
    }
}
