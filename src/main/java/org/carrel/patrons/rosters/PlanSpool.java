package org.carrel.patrons.rosters;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.rosters.PlannedPerson.Before;

/** A plan outside of the memory, in its order, until it is written. */
final class PlanSpool implements PlanSink, AutoCloseable {
    private final SpooledRows<PlannedPerson> people = new SpooledRows<>(new PersonForm());
    private final SpooledRows<RowChange> classes = new SpooledRows<>(new RowForm());
    private final SpooledRows<RowChange> enrolments = new SpooledRows<>(new RowForm());

    @Override
    public void person(PlannedPerson person) {
        people.add(person);
    }

    @Override
    public void row(RowChange change) {
        switch (change.kind()) {
            case TERM, CLASS -> classes.add(change);
            case ENROLMENT -> enrolments.add(change);
        }
    }

    SpooledRows<PlannedPerson> people() {
        return people;
    }

    /** Terms and classes. */
    SpooledRows<RowChange> classes() {
        return classes;
    }

    SpooledRows<RowChange> enrolments() {
        return enrolments;
    }

    @Override
    public void close() {
        people.close();
        classes.close();
        enrolments.close();
    }

    private static final class RowForm implements SpooledRows.Form<RowChange> {
        @Override
        public void write(DataOutputStream out, RowChange row) throws IOException {
            out.writeByte(row.kind().ordinal());
            Texts.write(out, row.sourcedId());
            Texts.writeAll(out, row.was().orElse(List.of()));
            Texts.writeAll(out, row.becomes().orElse(List.of()));
        }

        @Override
        public RowChange read(DataInputStream in) throws IOException {
            var kind = RowChange.Kind.values()[in.readByte()];
            return new RowChange(kind, Texts.read(in), row(in), row(in));
        }

        /** No row has no cells. */
        private static Optional<List<String>> row(DataInputStream in) throws IOException {
            return Optional.of(Texts.readAll(in)).filter(cells -> !cells.isEmpty());
        }
    }

    private static final class PersonForm implements SpooledRows.Form<PlannedPerson> {
        @Override
        public void write(DataOutputStream out, PlannedPerson person) throws IOException {
            out.writeInt(person.row());
            Texts.write(out, person.sourcedId());
            out.writeByte(person.outcome().ordinal());
            out.writeBoolean(person.known().isPresent());
            if (person.known().isPresent()) before(out, person.known().get());
            for (var field : PatronField.values())
                Texts.write(out, person.facts().get(field));
            Texts.write(out, person.card());
            out.writeInt(person.remarks().size());
            for (var remark : person.remarks()) {
                out.writeByte(remark.kind().ordinal());
                Texts.write(out, remark.detail());
            }
            out.writeInt(person.changes().size());
            for (var change : person.changes())
                Texts.writeAll(out, List.of(change.field(), change.was(), change.becomes()));
        }

        private static void before(DataOutputStream out, Before before) throws IOException {
            out.writeLong(before.id());
            out.writeInt(before.version());
            out.writeByte(before.category().ordinal());
            Texts.write(out, before.site());
        }

        @Override
        public PlannedPerson read(DataInputStream in) throws IOException {
            return new PlannedPerson(
                    in.readInt(),
                    Texts.read(in),
                    RosterOutcome.values()[in.readByte()],
                    in.readBoolean() ? Optional.of(before(in)) : Optional.empty(),
                    facts(in),
                    Texts.read(in),
                    remarks(in),
                    changes(in));
        }

        private static Before before(DataInputStream in) throws IOException {
            return new Before(in.readLong(), in.readInt(), PatronCategory.values()[in.readByte()], Texts.read(in));
        }

        private static PatronFacts facts(DataInputStream in) throws IOException {
            var fields = new EnumMap<PatronField, String>(PatronField.class);
            for (var field : PatronField.values()) fields.put(field, Texts.read(in));
            return new PatronFacts(fields);
        }

        private static List<RosterRemark> remarks(DataInputStream in) throws IOException {
            var remarks = new ArrayList<RosterRemark>();
            for (var left = in.readInt(); left > 0; left--)
                remarks.add(new RosterRemark(RosterRemark.Kind.values()[in.readByte()], Texts.read(in)));
            return List.copyOf(remarks);
        }

        private static List<Change> changes(DataInputStream in) throws IOException {
            var changes = new ArrayList<Change>();
            for (var left = in.readInt(); left > 0; left--) {
                var texts = Texts.readAll(in);
                changes.add(new Change(texts.getFirst(), texts.get(1), texts.get(2)));
            }
            return List.copyOf(changes);
        }
    }
}
