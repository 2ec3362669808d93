package org.carrel.search.index;

import java.util.List;
import org.apache.lucene.document.Document;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.SearchHit;

/** What a result list shows of a document, without its items. */
final class HitReader {
    private HitReader() {}

    static SearchHit hit(Document document) {
        return new SearchHit(
                Long.parseLong(text(document, Fields.ID)),
                text(document, Fields.SHOWN_TITLE),
                text(document, Fields.SHOWN_AUTHOR),
                year(document),
                Kind.valueOf(text(document, Fields.SHOWN_KIND)),
                List.of(document.getValues(Fields.SHOWN_LANGUAGE)),
                text(document, Fields.SHOWN_SERIES),
                text(document, Fields.SHOWN_SUMMARY),
                text(document, Fields.SHOWN_CLASS),
                List.of(),
                false);
    }

    private static String text(Document document, String field) {
        var text = document.get(field);
        return text == null ? "" : text;
    }

    private static int year(Document document) {
        var field = document.getField(Fields.SHOWN_YEAR);
        var number = field == null ? null : field.numericValue();
        return number == null ? 0 : number.intValue();
    }
}
