package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carrel.patrons.MergeUndone.Undone;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerge;
import org.carrel.patrons.PatronMerge.Moved;

/** What moves when two people are merged, in words. */
final class MergeWords {
    private MergeWords() {}

    static List<String> moved(PatronMerge merge, StaffWords words, Map<String, String> sites) {
        var said = ids(merge.moved(), words);
        var fields = labels(merge.fields(), words, sites);
        if (!fields.isEmpty()) said.add(words.text("merge.fields", fields));
        if (said.isEmpty()) said.add(words.text("merge.nothing"));
        return said;
    }

    /** What goes back when it is undone. */
    static List<String> back(Undone undone, StaffWords words, Map<String, String> sites) {
        var said = ids(undone.back(), words);
        var fields = labels(undone.fields(), words, sites);
        if (!fields.isEmpty()) said.add(words.text("unmerge.fields", undone.keptName(), fields));
        if (said.isEmpty()) said.add(words.text("unmerge.nothing"));
        return said;
    }

    /** What does not. */
    static List<String> stays(Undone undone, StaffWords words) {
        return undone.stays().stream()
                .map(stay -> words.text("mergeStay." + stay.kind(), stay.count(), undone.keptName()))
                .toList();
    }

    private static List<String> ids(Moved moved, StaffWords words) {
        var said = new ArrayList<String>();
        count("merge.cards", moved.cards().size(), words, said);
        count("merge.blocks", moved.blocks().size(), words, said);
        count("merge.enrolments", moved.enrolments().size(), words, said);
        count("merge.sourcedIds", moved.sourcedIds().size(), words, said);
        count("merge.holdings", moved.held(), words, said);
        return said;
    }

    private static String labels(List<PatronField> fields, StaffWords words, Map<String, String> sites) {
        return fields.stream().map(new PersonWords(words, sites)::label).collect(Collectors.joining(", "));
    }

    private static void count(String key, int count, StaffWords words, List<String> said) {
        if (count > 0) said.add(words.text(key, count));
    }
}
