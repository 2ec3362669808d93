package org.carrel.catalog.rules;

import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcRecord;

/** What a librarian should look at in a record that reads well enough to be imported. */
public final class RecordFindings {
    private static final int DETAIL_LENGTH = 60;

    private RecordFindings() {}

    /** In the order control number, title, ISBN, links; empty for a record without doubt. Copies have their own. */
    public static List<Finding> of(MarcRecord record) {
        return Stream.of(controlNumbers(record), title(record), isbns(record), links(record))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> controlNumbers(MarcRecord record) {
        return record.fields().stream()
                .filter(field -> field.tag().equals("001"))
                .skip(1)
                .map(field -> field instanceof ControlField control ? control.data() : "")
                .map(number -> finding(MappingProblem.CONTROL_NUMBER_REPEATED, "001", number));
    }

    private static Stream<Finding> title(MarcRecord record) {
        var field = TitleMapping.titleField(record).orElse(null);
        if (field == null) {
            var found = record.data("245")
                    .findFirst()
                    .map(empty -> FieldText.join(empty, "abnp"))
                    .orElse("");
            return Stream.of(finding(MappingProblem.NO_TITLE, "245", found));
        }
        var title = TitleText.of(field, "abnp");
        if (record.data("245").noneMatch(field::equals)) {
            return Stream.of(finding(MappingProblem.TITLE_IN_880_ONLY, "880", title));
        }
        var doubtful = field.ind2() > '0' && field.ind2() <= '9' && !Articles.believable(title, field.ind2());
        return doubtful
                ? Stream.of(finding(MappingProblem.NONFILING_NOT_BELIEVED, "245", String.valueOf(field.ind2())))
                : Stream.empty();
    }

    private static Stream<Finding> isbns(MarcRecord record) {
        return texts(record, "020", "a")
                .filter(text ->
                        !Isbn.searchable(text).isEmpty() && Isbn.parse(text).isEmpty())
                .map(text -> finding(MappingProblem.ISBN_INVALID, "020$a", text));
    }

    private static Stream<Finding> links(MarcRecord record) {
        return texts(record, "856", "u")
                .filter(url -> !LinkMapping.isSafe(url))
                .map(url -> finding(MappingProblem.LINK_DROPPED, "856$u", url));
    }

    private static Stream<String> texts(MarcRecord record, String tag, String code) {
        return record.data(tag).flatMap((DataField field) -> FieldText.wanted(field, code));
    }

    private static Finding finding(MappingProblem problem, String place, String detail) {
        var text = FieldText.clean(detail);
        return new Finding(
                problem, place, text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH) + "…");
    }
}
