package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.SettingsProblem;
import org.carrel.catalog.SettingsProblem.Problem;
import org.carrel.catalog.TagPattern;

/** Says what in the settings of a profile cannot be meant, field by field of the form. */
public final class SettingsCheck {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_LETTERS = 20;
    private static final int LONGEST_BARCODE = 64;
    private static final Pattern CODES = Pattern.compile("[\\x21-\\x7E]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final Pattern BARCODE = Pattern.compile("[0-9A-Za-z.-]*");

    private final List<SettingsProblem> problems = new ArrayList<>();

    private SettingsCheck() {}

    /** Empty when all is well. */
    public static List<SettingsProblem> problems(ImportProfile profile) {
        var check = new SettingsCheck();
        check.text("name", profile.name(), LONGEST_NAME);
        check.settings(profile.settings());
        return List.copyOf(check.problems);
    }

    /** Empty when all is well. */
    public static List<SettingsProblem> problems(ImportSettings settings) {
        var check = new SettingsCheck();
        check.settings(settings);
        return List.copyOf(check.problems);
    }

    private void settings(ImportSettings settings) {
        if (settings.copies() instanceof CopySource.Custom custom) copies(custom.map());
        if (settings.overlay().size() > MOST_ROWS) add("overlay", Problem.TOO_MANY, "");
        for (var i = 0; i < settings.overlay().size(); i++) {
            tags("overlay." + i + ".tags", settings.overlay().get(i).tags());
        }
        if (settings.rules().size() > MOST_ROWS) add("rules", Problem.TOO_MANY, "");
        for (var i = 0; i < settings.rules().size(); i++) {
            rule("rules." + i + ".", settings.rules().get(i));
        }
        settings.barcodes().ifPresent(this::barcodes);
    }

    private void copies(CopyMap map) {
        var isTag = TagPattern.parse(map.tag()).filter(tag -> tag.open() == 0).isPresent();
        if (map.tag().isEmpty()) add("copies.tag", Problem.MISSING, "");
        else if (!isTag) add("copies.tag", Problem.TAG_UNREADABLE, map.tag());
        else if (map.tag().startsWith("00")) add("copies.tag", Problem.NOT_A_DATA_FIELD, map.tag());
        if (map.codes().isEmpty()) add("copies.BARCODE", Problem.MISSING, "");
        map.codes().forEach((part, codes) -> {
            if (!CODES.matcher(codes).matches()) add("copies." + part, Problem.CODE_UNREADABLE, codes);
            else if (codes.length() > LONGEST_LABEL) add("copies." + part, Problem.TOO_LONG, codes);
        });
    }

    private void rule(String at, HouseRule rule) {
        switch (rule) {
            case HouseRule.ReplaceCallNumberPrefix prefix -> {
                text(at + "from", prefix.from(), LONGEST_LABEL);
                text(at + "to", prefix.to(), LONGEST_LABEL);
            }
            case HouseRule.CutterLetters cutter -> number(at + "most", cutter.most(), 1, MOST_LETTERS);
            case HouseRule.LanguagePrefix language -> {
                if (!LANGUAGE.matcher(language.language()).matches()) {
                    add(at + "language", Problem.LANGUAGE_UNREADABLE, language.language());
                }
                text(at + "prefix", language.prefix(), LONGEST_LABEL);
            }
            case HouseRule.DropSubjects subjects -> text(at + "source", subjects.source(), LONGEST_LABEL);
            case HouseRule.DropJuvenileSubdivisions juvenile -> {}
            case HouseRule.DropFields fields -> {
                if (tags(at + "tags", fields.tags())) notTheTitle(at + "tags", fields.tags(), "");
            }
            case HouseRule.DeleteSubfield subfield -> {
                var plain = tags(at + "tags", subfield.tags()) & code(at + "code", subfield.code());
                if (plain) notTheTitle(at + "code", subfield.tags(), subfield.code());
            }
            case HouseRule.ReplaceText text -> {
                tags(at + "tags", text.tags());
                code(at + "code", text.code());
                if (text.find().isEmpty()) add(at + "find", Problem.MISSING, "");
                if (text.find().length() > LONGEST_TEXT) add(at + "find", Problem.TOO_LONG, "");
                if (text.replacement().length() > LONGEST_TEXT) add(at + "replacement", Problem.TOO_LONG, "");
            }
        }
    }

    /** Without $a a title has no words; an open pattern that happens to meet 245 is meant no better. */
    private void notTheTitle(String field, String tags, String code) {
        if (!new TagPattern(tags).matches("245")) return;
        if (code.isEmpty() || code.equals("a")) add(field, Problem.EMPTIES_TITLE, tags);
    }

    private void barcodes(BarcodeRange range) {
        if (!BARCODE.matcher(range.prefix()).matches()) add("barcodes.prefix", Problem.CODE_UNREADABLE, range.prefix());
        if (range.prefix().length() + BarcodeRange.MOST_DIGITS >= LONGEST_BARCODE) {
            add("barcodes.prefix", Problem.TOO_LONG, range.prefix());
        }
        var digits = number("barcodes.digits", range.digits(), 1, BarcodeRange.MOST_DIGITS);
        var last = digits ? range.last() : Long.MAX_VALUE;
        number("barcodes.start", range.start(), 0, last);
    }

    /** True when it is one. */
    private boolean tags(String field, String tags) {
        if (tags.isEmpty()) return add(field, Problem.MISSING, "");
        if (TagPattern.parse(tags).isEmpty()) return add(field, Problem.TAG_UNREADABLE, tags);
        return !tags.equals("001") && !tags.equals("003") || add(field, Problem.CONTROL_NUMBER, tags);
    }

    private boolean code(String field, String code) {
        if (code.isEmpty()) return add(field, Problem.MISSING, "");
        return code.length() == 1 && CODES.matcher(code).matches() || add(field, Problem.CODE_UNREADABLE, code);
    }

    private boolean number(String field, long number, long least, long most) {
        return number >= least && number <= most || add(field, Problem.NUMBER_OUT_OF_RANGE, least + "–" + most);
    }

    private void text(String field, String text, int longest) {
        if (text.isBlank()) add(field, Problem.MISSING, "");
        else if (text.length() > longest) add(field, Problem.TOO_LONG, "");
    }

    private boolean add(String field, Problem problem, String detail) {
        problems.add(new SettingsProblem(field, problem, detail));
        return false;
    }
}
