package org.carrel.lists;

import java.io.Serializable;
import org.carrel.search.Readers;

/** A place on the web as it was typed. */
public record WebDraft(String url, String title, String note, Readers readers) implements Serializable {
    public WebDraft {
        url = url.strip();
        title = title.strip().replaceAll("\\s+", " ");
        note = note.strip().replaceAll("\\s+", " ");
    }
}
