package org.carrel.catalog.marc;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.carrel.catalog.Finding;
import org.carrel.catalog.RecordPosition;
import org.carrel.catalog.marc.MarcFileRefused.Place;

/**
 * Reads a file of MARC records of any format, encoding and packing, one record at a time, in bounded memory.
 * A bad record is one rejected entry; the records before and behind it are not touched by it. Not for several threads.
 */
public final class MarcFileReader implements AutoCloseable {
    /** So many records are read before the first is handed out, to see whether the file is UNIMARC as a whole. */
    private static final int LOOK_AHEAD = 10;

    private final Members members;
    private final ReadLimits limits;
    private final InflationGuard.Budget budget;
    private final Deque<Member> waiting;
    private final Deque<MarcEntry> ready = new ArrayDeque<>();
    private final List<Finding> notes = new ArrayList<>();
    private Optional<MemberReader> current = Optional.empty();
    private String currentName = "";
    private String previous = "";
    private int number;
    private int rejects;

    private MarcFileReader(Members members, ReadLimits limits) {
        this.members = members;
        this.limits = limits;
        this.budget = new InflationGuard.Budget(limits);
        this.waiting = new ArrayDeque<>(members.list());
    }

    /**
     * Opens a file and reads its first records.
     *
     * @throws MarcFileRefused when the file as a whole cannot be imported
     * @throws UncheckedIOException when the disk fails
     */
    public static MarcFileReader open(Path file, ReadLimits limits) throws MarcFileRefused {
        MarcFileReader reader = null;
        boolean opened = false;
        try {
            reader = new MarcFileReader(Members.of(file, limits), limits);
            reader.lookAhead();
            opened = true;
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (reader != null && !opened) reader.close();
        }
    }

    /** Reads a record again in the encoding a person has chosen for it, when its bytes did not tell. */
    public static MarcEntry reread(MarcEntry.Read entry, TextEncoding chosen) {
        RecordParser parser =
                switch (entry.format()) {
                    case MARC_IN_JSON -> new JsonParser();
                    case MNEMONIC -> new MnemonicParser();
                    case ISO_2709 -> new Iso2709Parser();
                    case MARCXML -> throw new IllegalArgumentException("An XML file declares its encoding");
                };
        var raw = RawRecord.good(entry.at().offset(), entry.at().line(), entry.original());
        return EntryReader.read(parser, raw, entry.original(), entry.at(), "", Optional.of(chosen));
    }

    /**
     * The next record, good or bad; empty at the end of the file.
     *
     * @throws MarcFileRefused when the file turns out to be unacceptable after all, e.g. a zip bomb
     */
    public Optional<MarcEntry> next() throws MarcFileRefused {
        var waitingEntry = ready.poll();
        return waitingEntry == null ? readOne() : Optional.of(waitingEntry);
    }

    /** Entries of an archive that were left out, each with its reason; complete at the end of the file. */
    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    private void lookAhead() throws MarcFileRefused {
        int unimarc = 0;
        int read = 0;
        while (ready.size() < LOOK_AHEAD) {
            var entry = readOne();
            if (entry.isEmpty()) break;
            ready.add(entry.get());
            if (!(entry.get() instanceof MarcEntry.Read record)) continue;
            read++;
            if (record.type() == RecordType.UNIMARC) unimarc++;
        }
        if (read > 0 && unimarc == read) throw refused(FileProblem.UNIMARC_FILE, "");
        if (ready.isEmpty()) throw nothingFound();
    }

    private MarcFileRefused nothingFound() {
        if (members.list().size() == 1 && !notes.isEmpty()) {
            var why = notes.getFirst();
            return refused((FileProblem) why.problem(), why.detail());
        }
        return refused(FileProblem.NO_RECORDS, "");
    }

    private Optional<MarcEntry> readOne() throws MarcFileRefused {
        try {
            while (true) {
                if (current.isEmpty() && !openNext()) return Optional.empty();
                var reader = current.orElseThrow();
                var raw = reader.next();
                if (raw.isPresent()) return Optional.of(entry(reader, raw.get()));
                reader.close();
                current = Optional.empty();
            }
        } catch (InflationGuard.LimitReached e) {
            boolean size = e.problem == FileProblem.TOO_LARGE;
            throw refused(e.problem, Long.toString(size ? limits.maxInflatedBytes() : limits.maxRatio()));
        } catch (ZipException | EOFException e) {
            throw refused(FileProblem.ARCHIVE_DAMAGED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when there is no further member. Members that hold no records are noted and passed over. */
    private boolean openNext() throws IOException, MarcFileRefused {
        while (true) {
            var member = waiting.poll();
            if (member == null) return false;
            currentName = member.name();
            var opened = MemberReader.open(member, limits, budget);
            current = opened.reader();
            if (current.isPresent()) return true;
            notes.add(new Finding(opened.kind().problem(), member.name(), ""));
        }
    }

    private MarcEntry entry(MemberReader reader, RawRecord raw) throws MarcFileRefused {
        var at = new RecordPosition(reader.name(), ++number, raw.offset(), raw.line());
        var entry = EntryReader.read(reader.parser(), raw, reader.original(raw), at, previous, Optional.empty());
        switch (entry) {
            case MarcEntry.Read read -> previous = read.record().control("001").orElse(previous);
            case MarcEntry.Rejected rejected -> {
                if (++rejects > limits.maxRejects()) {
                    throw refused(FileProblem.TOO_MANY_REJECTS, Integer.toString(limits.maxRejects()));
                }
            }
        }
        return entry;
    }

    private MarcFileRefused refused(FileProblem problem, String detail) {
        return new MarcFileRefused(problem, Place.start(currentName), Findings.shortened(detail));
    }

    /** Safe to call twice. */
    @Override
    public void close() {
        try {
            if (current.isPresent()) current.get().close();
            members.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current = Optional.empty();
        }
    }
}
