package org.carrel.catalog.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an import remarked about one record, in the form in which it is kept beside the record's line.
 *
 * @param loaded repairs and doubts about what was loaded
 * @param copiesLeftOut one for each copy that was not
 */
record Remarks(List<Finding> loaded, List<Finding> copiesLeftOut) {
    private static final String LOADED = "loaded";
    private static final String LEFT_OUT = "leftOut";

    /** A problem as the log knows it: by its name and where its sentences stand. */
    private record Named(String name, String bundle) implements Finding.Problem {}

    /** Null when there is nothing to remark. */
    @Nullable String write() {
        if (loaded.isEmpty() && copiesLeftOut.isEmpty()) return null;
        var array = Json.createArrayBuilder();
        loaded.forEach(finding -> array.add(object(LOADED, finding)));
        copiesLeftOut.forEach(finding -> array.add(object(LEFT_OUT, finding)));
        return array.build().toString();
    }

    private static JsonObject object(String kind, Finding finding) {
        return Json.createObjectBuilder()
                .add("kind", kind)
                .add("problem", finding.problem().name())
                .add("bundle", finding.problem().bundle())
                .add("place", finding.place())
                .add("detail", Texts.cut(finding.detail(), 1000))
                .build();
    }

    static Remarks read(@Nullable String text) {
        var loaded = new ArrayList<Finding>();
        var leftOut = new ArrayList<Finding>();
        if (text != null) {
            try (var reader = Json.createReader(new StringReader(text))) {
                for (var object : reader.readArray().getValuesAs(JsonObject.class)) {
                    var problem = new Named(object.getString("problem"), object.getString("bundle"));
                    var finding = new Finding(problem, object.getString("place"), object.getString("detail"));
                    (object.getString("kind").equals(LOADED) ? loaded : leftOut).add(finding);
                }
            }
        }
        return new Remarks(loaded, leftOut);
    }
}
