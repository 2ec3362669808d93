package org.carrel.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How files of one vendor are imported. An import keeps the settings it was planned with.
 *
 * @param severalSites true when each copy says to which school it goes; else all go to the one that was chosen
 * @param overlay first the school's own rows; what none of them names goes as it always did
 * @param rules in the order in which they are applied
 * @param answers codes of the vendor's files that were asked about once
 * @param barcodes for copies without one; empty when these are to stay so
 */
public record ImportSettings(
        CopySource copies,
        boolean severalSites,
        List<OverlayRow> overlay,
        List<HouseRule> rules,
        List<PlaceAnswer> answers,
        Optional<BarcodeRange> barcodes) {
    /** What an import without a profile does. */
    public static final ImportSettings DEFAULT =
            new ImportSettings(new CopySource.Detect(), false, List.of(), List.of(), List.of(), Optional.empty());

    public ImportSettings {
        overlay = List.copyOf(overlay);
        rules = List.copyOf(rules);
        answers = List.copyOf(answers);
    }

    /** The same with these answers too; a later answer about a code takes the place of an earlier one. */
    public ImportSettings with(List<PlaceAnswer> more) {
        var all = new ArrayList<>(answers);
        for (var answer : more) {
            all.removeIf(old -> old.isAbout(answer.kind(), answer.code()));
            all.add(answer);
        }
        return new ImportSettings(copies, severalSites, overlay, rules, all, barcodes);
    }

    public ImportSettings with(CopySource source) {
        return new ImportSettings(source, severalSites, overlay, rules, answers, barcodes);
    }

    public ImportSettings withSeveralSites() {
        return new ImportSettings(copies, true, overlay, rules, answers, barcodes);
    }

    public ImportSettings withOverlay(OverlayRow... rows) {
        return new ImportSettings(copies, severalSites, List.of(rows), rules, answers, barcodes);
    }

    public ImportSettings withRules(HouseRule... houseRules) {
        return new ImportSettings(copies, severalSites, overlay, List.of(houseRules), answers, barcodes);
    }

    public ImportSettings with(BarcodeRange range) {
        return new ImportSettings(copies, severalSites, overlay, rules, answers, Optional.of(range));
    }

    /** The code here that stands for a code of the file, when somebody has said so. */
    public Optional<PlaceAnswer> answer(PlaceAnswer.Kind kind, String code) {
        return answers.stream().filter(answer -> answer.isAbout(kind, code)).findFirst();
    }
}
