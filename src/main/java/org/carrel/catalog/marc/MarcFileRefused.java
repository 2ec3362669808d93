package org.carrel.catalog.marc;

import org.carrel.catalog.Finding;

/** The file as a whole cannot be imported. Thrown on opening, or later when only later bytes give the reason. */
public final class MarcFileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final FileProblem problem;
    private final Place place;
    private final String detail;

    /**
     * Where the reason stands.
     *
     * @param entry flat name of the zip entry, empty when the file is no archive
     * @param offset byte from 0 in the inflated entry
     * @param line from 1 in text formats, else 0
     * @param column from 1, in characters, else 0
     */
    public record Place(String entry, long offset, int line, int column) {
        static Place start(String entry) {
            return new Place(entry, 0, 0, 0);
        }
    }

    public MarcFileRefused(FileProblem problem, Place place, String detail) {
        super(problem + " at " + place + (detail.isEmpty() ? "" : ": " + detail));
        this.problem = problem;
        this.place = place;
        this.detail = detail;
    }

    public FileProblem problem() {
        return problem;
    }

    public Place place() {
        return place;
    }

    public String detail() {
        return detail;
    }

    /** The same refusal in the form of the other findings, for the import report. */
    public Finding finding() {
        return new Finding(problem, placeText(), detail);
    }

    private String placeText() {
        var entry = place.entry().isEmpty() ? "" : place.entry() + " ";
        if (place.line() > 0) return entry + place.line() + ":" + place.column();
        return place.offset() > 0 ? entry + place.offset() : entry.strip();
    }
}
