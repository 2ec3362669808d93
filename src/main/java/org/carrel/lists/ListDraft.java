package org.carrel.lists;

import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.search.Readers;

/**
 * A list as it was typed.
 *
 * @param id 0 for a new one
 * @param version that was seen
 * @param language {@code en} or {@code es}
 * @param year as typed; said of awards only
 * @param site code; empty for all schools
 */
public record ListDraft(
        long id,
        int version,
        ListKind kind,
        String title,
        String note,
        String language,
        Readers readers,
        String year,
        String site)
        implements Serializable {
    public ListDraft {
        title = title.strip().replaceAll("\\s+", " ");
        note = note.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
        language = Stream.of("en", "es").filter(language::equals).findFirst().orElse("");
        year = kind == ListKind.AWARD ? year.strip() : "";
        site = site.strip();
    }

    /** @param site that is meant when nothing is said */
    public static ListDraft empty(String language, String site) {
        return new ListDraft(0, 0, ListKind.LIST, "", "", language, Readers.ALL, "", site);
    }

    public static ListDraft of(ReadingList list) {
        return new ListDraft(
                list.id(),
                list.version(),
                list.kind(),
                list.title(),
                list.note(),
                list.language(),
                list.readers(),
                list.year().isPresent() ? Integer.toString(list.year().getAsInt()) : "",
                list.site().orElse(""));
    }
}
