package org.carrel.catalog.imports;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.RecordPosition;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.Remarks;

/** A record of a file as it goes through an import: a title, or something to be noted and put aside. */
sealed interface Taken {
    RecordPosition at();

    /** How many bytes it holds on to. */
    int bytes();

    /** Hashes of what it may be recognised by. */
    List<Long> keys();

    static List<Incoming> titles(List<Taken> chunk) {
        return chunk.stream()
                .filter(Title.class::isInstance)
                .map(taken -> ((Title) taken).incoming())
                .toList();
    }

    static List<Incoming> deletions(List<Taken> chunk) {
        return chunk.stream()
                .filter(Deletion.class::isInstance)
                .map(taken -> ((Deletion) taken).incoming())
                .toList();
    }

    /**
     * The lines of the first records, in the order of the file: up to the first title that {@code titles} leaves out.
     *
     * @param deletions one for each request in the chunk
     */
    static List<Line> lines(List<Taken> chunk, List<Line> titles, List<DeletionPlan> deletions) {
        var lines = new ArrayList<Line>();
        var next = titles.iterator();
        var nextDeletion = deletions.iterator();
        for (var taken : chunk) {
            switch (taken) {
                case Aside aside -> lines.add(aside.line());
                case Deletion deletion -> lines.add(nextDeletion.next().line());
                case Title title -> {
                    if (!next.hasNext()) return lines;
                    lines.add(next.next());
                }
            }
        }
        return lines;
    }

    record Title(Incoming incoming) implements Taken {
        @Override
        public RecordPosition at() {
            return incoming.entry().at();
        }

        @Override
        public int bytes() {
            return incoming.entry().original().length;
        }

        @Override
        public List<Long> keys() {
            return incoming.keys();
        }
    }

    /** Asks to delete a title (leader/05 = d). */
    record Deletion(Incoming incoming) implements Taken {
        @Override
        public RecordPosition at() {
            return incoming.entry().at();
        }

        @Override
        public int bytes() {
            return incoming.entry().original().length;
        }

        @Override
        public List<Long> keys() {
            return incoming.keys();
        }
    }

    /** A record that is no title, or none at all; {@code original} is kept, so that nothing is lost. */
    @SuppressWarnings("ArrayRecordComponent") // on its way through, never compared
    record Aside(RecordPosition at, Outcome outcome, String controlNumber, Finding why, byte[] original)
            implements Taken {
        static Aside rejected(MarcEntry.Rejected rejected) {
            var why = new Finding(rejected.reason(), "", rejected.detail());
            return new Aside(rejected.at(), Outcome.REJECTED, rejected.controlNumber(), why, rejected.original());
        }

        static Aside of(MarcEntry.Read read, Outcome outcome, ImportProblem problem) {
            var number = read.record().control("001").orElse("").strip();
            return new Aside(read.at(), outcome, number, new Finding(problem, "", ""), read.original());
        }

        Line line() {
            return new Line(
                    at,
                    Texts.cut(controlNumber, 190),
                    "",
                    outcome,
                    null,
                    Texts.cut(Words.of(why), 2000),
                    ImportProblem.stableName(why),
                    Line.Copies.NONE,
                    new Remarks(List.of(), List.of(), List.of(why)).write(),
                    null,
                    null,
                    Line.Notice.NONE,
                    original);
        }

        @Override
        public List<Long> keys() {
            return List.of();
        }

        @Override
        public int bytes() {
            return original.length;
        }
    }
}
