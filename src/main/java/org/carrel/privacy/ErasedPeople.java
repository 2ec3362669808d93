package org.carrel.privacy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.carrel.security.PersonKeys;

/**
 * The pseudonyms of who was erased, kept outside of the database: a restored backup does not know any more that they went.
 * Numbers that say nothing to whoever has no such backup.
 */
final class ErasedPeople {
    private static final String FILE = "erased.tsv";

    private final PersonKeys keys;

    ErasedPeople(PersonKeys keys) {
        this.keys = keys;
    }

    Set<Long> all() {
        var all = new LinkedHashSet<Long>();
        keys.read(FILE).lines().forEach(line -> all.add(Long.parseLong(line.split("\t", -1)[0], 16)));
        return all;
    }

    /** Puts people on the list, then destroys their keys. May be done again. */
    void add(Collection<Long> pseudonyms, LocalDate day) {
        var known = all();
        for (var pseudonym : pseudonyms) {
            if (!known.contains(pseudonym)) keys.append(FILE, "%014x\t%s\n".formatted(pseudonym, day));
            keys.destroy(pseudonym);
        }
    }
}
