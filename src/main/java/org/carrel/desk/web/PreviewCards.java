package org.carrel.desk.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.RecordPreview;
import org.carrel.desk.web.LineWords.Change;

/** Records on which settings are tried, in words. */
final class PreviewCards {
    private final ProfileWords fields;
    private final StaffWords words;

    PreviewCards(ProfileWords fields, StaffWords words) {
        this.fields = fields;
        this.words = words;
    }

    /** @param number from 1 */
    public record PreviewCard(int number, String title, List<Step> steps, List<CopyRow> copies) {}

    /** @param rule that did it */
    public record Step(String rule, Change change) {}

    /**
     * A copy as it would be taken.
     *
     * @param label the call number; {@code was} before the rules, empty when they changed nothing
     */
    public record CopyRow(
            String barcode, String site, String location, String type, String was, String label, String rules) {}

    List<PreviewCard> of(List<RecordPreview> records) {
        return Stream.iterate(0, i -> i < records.size(), i -> i + 1)
                .map(i -> card(i + 1, records.get(i)))
                .toList();
    }

    private PreviewCard card(int number, RecordPreview record) {
        var steps = record.fields().stream()
                .map(field -> new Step(fields.ruleName(field.rule()).orElse(""), Change.of(field.change())))
                .toList();
        return new PreviewCard(
                number,
                record.title(),
                steps,
                record.copies().stream().map(this::copy).toList());
    }

    private CopyRow copy(RecordPreview.Copy copy) {
        CopyStatement now = copy.now();
        var was = copy.read().callNumber().text();
        var label = now.callNumber().text();
        return new CopyRow(
                now.barcode(),
                now.site(),
                now.location(),
                now.itemType(),
                Objects.equals(was, label) ? "" : was,
                label.isEmpty() ? words.text("profile.noCallNumber") : label,
                copy.rules().stream()
                        .flatMap(rule -> fields.ruleName(rule).stream())
                        .collect(Collectors.joining("; ")));
    }
}
