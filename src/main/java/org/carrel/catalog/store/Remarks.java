package org.carrel.catalog.store;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an import remarked about one record, in the form in which it is kept beside the record's line.
 *
 * @param loaded repairs and doubts about what was loaded
 * @param copiesLeftOut one for each copy that was not
 * @param why what a librarian should look at: the line's reason
 */
public record Remarks(List<Finding> loaded, List<Finding> copiesLeftOut, List<Finding> why) {
    private static final String LOADED = "loaded";
    private static final String LEFT_OUT = "leftOut";
    private static final String WHY = "why";
    private static final int LONGEST_DETAIL = 1000;

    /** For what was kept as a sentence only: the sentence itself, whatever the reader's language. */
    private static final Named STATED = new Named("STATED", "org.carrel.catalog.imports.problems");

    /** A problem as the log knows it: by its name and where its sentences stand. */
    private record Named(String name, String bundle) implements Finding.Problem {}

    /** Null when there is nothing to remark. */
    public @Nullable String write() {
        if (loaded.isEmpty() && copiesLeftOut.isEmpty() && why.isEmpty()) return null;
        var array = Json.createArrayBuilder();
        loaded.forEach(finding -> array.add(object(LOADED, finding)));
        copiesLeftOut.forEach(finding -> array.add(object(LEFT_OUT, finding)));
        why.forEach(finding -> array.add(object(WHY, finding)));
        return array.build().toString();
    }

    /** One finding by itself. */
    public static String write(Finding finding) {
        return object(WHY, finding).toString();
    }

    private static JsonObject object(String kind, Finding finding) {
        return Json.createObjectBuilder()
                .add("kind", kind)
                .add("problem", finding.problem().name())
                .add("bundle", finding.problem().bundle())
                .add("place", finding.place())
                .add("detail", cut(finding.detail()))
                .build();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_DETAIL) return text;
        var end = LONGEST_DETAIL - (Character.isHighSurrogate(text.charAt(LONGEST_DETAIL - 1)) ? 1 : 0);
        return text.substring(0, end);
    }

    /**
     * @param text as {@link #write()} made it
     * @param reason the line's sentence in English: all there is of lines from before the findings were kept
     */
    public static Remarks read(@Nullable String text, String reason) {
        var loaded = new ArrayList<Finding>();
        var leftOut = new ArrayList<Finding>();
        var why = new ArrayList<Finding>();
        for (var object : objects(text)) {
            switch (object.getString("kind")) {
                case LOADED -> loaded.add(finding(object));
                case WHY -> why.add(finding(object));
                default -> leftOut.add(finding(object));
            }
        }
        if (why.isEmpty() && !reason.isEmpty()) why.add(new Finding(STATED, "", reason));
        return new Remarks(loaded, leftOut, why);
    }

    private static List<JsonObject> objects(@Nullable String text) {
        if (text == null) return List.of();
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    /**
     * Why a file was refused, from its finding, or from the sentence when that is all there is; empty when it was not.
     *
     * @param text as {@link #write(Finding)} made it
     */
    public static Optional<Finding> refusal(@Nullable String text, @Nullable String sentence) {
        if (sentence == null) return Optional.empty();
        if (text == null) return Optional.of(new Finding(STATED, "", sentence));
        return Optional.of(readOne(text));
    }

    /** @param text as {@link #write(Finding)} made it */
    public static Finding readOne(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return finding(reader.readObject());
        }
    }

    private static Finding finding(JsonObject object) {
        var problem = new Named(object.getString("problem"), object.getString("bundle"));
        return new Finding(problem, object.getString("place"), object.getString("detail"));
    }
}
