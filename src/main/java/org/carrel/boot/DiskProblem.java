package org.carrel.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Trouble with files, said in one sentence. */
public final class DiskProblem {
    private DiskProblem() {}

    public static String sentence(UncheckedIOException problem) {
        return sentence(problem.getCause());
    }

    public static String sentence(IOException problem) {
        var where = problem instanceof FileSystemException ? ((FileSystemException) problem).getFile() : null;
        var place = where == null ? "" : " (" + where + ")";
        if (isFull(problem))
            return "The disk is full" + place + ". Free some space, or choose another place with --home.";
        if (problem instanceof AccessDeniedException) {
            return "No permission to write" + place + ". Choose another place with --home.";
        }
        var reason = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return "A file cannot be read or written: " + reason + ".";
    }

    private static boolean isFull(IOException problem) {
        var text = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("disk quota exceeded");
    }
}
