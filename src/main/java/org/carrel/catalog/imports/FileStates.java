package org.carrel.catalog.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.RecordMerge;

/**
 * What the records that a rehearsal has written in its mind hold by now: enough to say whether a later record of the file
 * would bring something new to one of them. Of each field only a hash is kept.
 */
final class FileStates {
    private final Map<Long, State> states = new HashMap<>();

    /** @param fields hashes, in any order; two fields of one hash cost no more than a wrong word in a plan */
    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals only
    private record State(byte[] incomingHash, int[] fields) {}

    boolean has(long id) {
        return states.containsKey(id);
    }

    /** @param record as it would stand in the catalog, brought by a record of the file with this hash */
    void put(long id, byte[] incomingHash, MarcRecord record) {
        states.put(id, new State(incomingHash, hashes(record.fields())));
    }

    /** Whether the record came last in just these words. */
    boolean isAgain(long id, byte[] incomingHash) {
        var state = states.get(id);
        return state != null && Arrays.equals(state.incomingHash(), incomingHash);
    }

    /** Joins the incoming record to this one; false when that changes nothing. */
    boolean join(long id, Incoming incoming) {
        var state = states.get(id);
        if (state == null) return true;
        var record = incoming.entry().record();
        var nothing = new MarcRecord(record.leader(), List.of());
        var brought = hashes(RecordMerge.join(nothing, record).fields());
        var missing = Arrays.stream(brought)
                .filter(hash -> Arrays.stream(state.fields()).noneMatch(known -> known == hash))
                .toArray();
        if (missing.length == 0) return false;
        var all = Arrays.copyOf(state.fields(), state.fields().length + missing.length);
        System.arraycopy(missing, 0, all, state.fields().length, missing.length);
        states.put(id, new State(incoming.hash(), all));
        return true;
    }

    private static int[] hashes(List<MarcField> fields) {
        return fields.stream().mapToInt(MarcField::hashCode).toArray();
    }
}
