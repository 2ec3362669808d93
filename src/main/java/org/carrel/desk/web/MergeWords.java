package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carrel.patrons.PatronMerge;

/** What moves when two people are merged, in words. */
final class MergeWords {
    private MergeWords() {}

    static List<String> moved(PatronMerge merge, StaffWords words, Map<String, String> sites) {
        var said = new ArrayList<String>();
        var moved = merge.moved();
        count("merge.cards", moved.cards().size(), words, said);
        count("merge.blocks", moved.blocks().size(), words, said);
        count("merge.enrolments", moved.enrolments().size(), words, said);
        count("merge.sourcedIds", moved.sourcedIds().size(), words, said);
        var people = new PersonWords(words, sites);
        var fields = merge.fields().stream().map(people::label).collect(Collectors.joining(", "));
        if (!fields.isEmpty()) said.add(words.text("merge.fields", fields));
        if (said.isEmpty()) said.add(words.text("merge.nothing"));
        return said;
    }

    private static void count(String key, int count, StaffWords words, List<String> said) {
        if (count > 0) said.add(words.text(key, count));
    }
}
