package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of the lines of a list stayed when somebody edited it, which were rewritten, and which are new or gone. */
record ListEdit(List<Optional<Integer>> kept, List<Integer> rewritten, List<Integer> gone) {
    /**
     * @return {@code kept}: for each new line the place of the old one it comes from, if any; {@code rewritten}: those
     *     places whose text changed; {@code gone}: the places of old lines that are left out
     */
    static ListEdit of(List<String> old, List<String> changed) {
        var kept = new ArrayList<Optional<Integer>>();
        var free = new ArrayList<Integer>();
        for (var i = 0; i < old.size(); i++) free.add(i);
        for (var line : changed) {
            var same = free.stream().filter(at -> old.get(at).equals(line)).findFirst();
            same.ifPresent(free::remove);
            kept.add(same);
        }
        var rewritten = new ArrayList<Integer>();
        for (var i = 0; i < kept.size() && !free.isEmpty(); i++) {
            if (kept.get(i).isPresent()) continue;
            var at = free.removeFirst();
            rewritten.add(at);
            kept.set(i, Optional.of(at));
        }
        return new ListEdit(kept, rewritten, free);
    }
}
