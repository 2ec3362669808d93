package org.carrel.search.index;

import java.nio.file.Path;

/** Another process, or another part of this one, writes this index. */
public final class IndexInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexInUse(Path directory, Throwable cause) {
        super("The search index in " + directory + " is in use by another process", cause);
    }
}
