package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carrel.catalog.BriefRecord;
import org.carrel.catalog.DataField;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/**
 * A changed form brought back into its record: what was not changed in the form stays as it was, with every field,
 * subfield and indicator the form does not know.
 */
public final class BriefRecordEdit {
    static final String UNKNOWN_YEAR = "uuuu";
    private static final List<String> WITHOUT_AUDIENCE = List.of("serials", "maps", "mixed");

    private final BriefRecord changed;
    private final BriefRecord old;
    private final RecordEdit edit;

    private BriefRecordEdit(BriefRecord changed, BriefRecord old, RecordEdit edit) {
        this.changed = changed;
        this.old = old;
        this.edit = edit;
    }

    /** The record with the changes of the form; the same record when there are none. */
    public static MarcRecord apply(BriefRecord changed, MarcRecord record) {
        var old = BriefRecords.of(record);
        return changed.equals(old) ? record : apply(changed, old, new RecordEdit(record));
    }

    static MarcRecord apply(BriefRecord changed, BriefRecord old, RecordEdit edit) {
        return new BriefRecordEdit(changed, old, edit).apply();
    }

    private MarcRecord apply() {
        if (changed.material() != old.material()) material();
        if (!changed.language().equals(old.language())) language();
        if (changed.audience().code() != old.audience().code() && hasAudience()) {
            edit.fixed(22, 23, String.valueOf(changed.audience().code()));
        }
        isbn();
        authors();
        title();
        imprint();
        simple("300", "  ", field -> field.tag().equals("300"), old.extent(), changed.extent());
        series();
        simple("520", "  ", BriefRecords::isSummary, old.summary(), changed.summary());
        simple(
                "521",
                "2 ",
                BriefRecords::isGrades,
                old.audience().grades(),
                changed.audience().grades());
        headings(old.subjects(), changed.subjects(), BriefRecords::isSubject, "650");
        headings(old.places(), changed.places(), heading("651"), "651");
        headings(old.genres(), changed.genres(), heading("655"), "655");
        return edit.record();
    }

    /** Magazines, maps and archives have another meaning in 008/22, or none. */
    private boolean hasAudience() {
        return !WITHOUT_AUDIENCE.contains(FixedFieldTables.of(edit.record()).key());
    }

    /** Leader/06-07, the coded fields and the RDA fields of the template; dates, place, language and audience stay. */
    private void material() {
        var template = MarcTemplates.of(changed.material()).map(one -> one.record());
        if (template.isEmpty()) return;
        var record = template.get();
        for (var position : FixedFieldTables.leader().positions()) {
            if (position.start() == 6 || position.start() == 7) {
                edit.leader(position, FixedFieldTable.read(record.leader(), position));
            }
        }
        var fixed = new FixedField(record.control("008").orElse(""));
        edit.fixed(18, 22, fixed.slice(18, 22));
        edit.fixed(23, 35, fixed.slice(23, 35));
        edit.removeTags("006", "007", "336", "337", "338");
        for (var field : record.fields()) {
            switch (field.tag()) {
                case "006", "007", "336", "337", "338" -> edit.add(field);
                default -> {}
            }
        }
    }

    /** 008/35-37, and the first language of 041 when it said the same. */
    private void language() {
        edit.fixed(35, 38, changed.language());
        edit.first(field -> field.tag().equals("041")
                        && field.first('a').filter(old.language()::equals).isPresent())
                .ifPresent(at -> edit.replace(at, Subfields.with(edit.data(at), 'a', changed.language())));
    }

    private void isbn() {
        if (changed.isbn().equals(old.isbn())) return;
        var at = edit.first(BriefRecords::hasIsbn);
        if (at.isEmpty()) {
            edit.add(Subfields.field("020", "  ", List.of(new Subfield('a', changed.isbn()))));
        } else if (changed.isbn().isEmpty()) {
            edit.remove(at.get());
        } else {
            var field = edit.data(at.get());
            var subfields = new ArrayList<>(field.subfields());
            var place = Subfields.indexOf(field, 'a');
            var data = subfields.get(place).data();
            subfields.set(place, new Subfield('a', data.replace(old.isbn(), changed.isbn())));
            edit.replace(at.get(), Subfields.of(field, subfields));
        }
    }

    /** The first author is the main entry, unless the record has one of another kind or goes without by choice. */
    private void authors() {
        if (changed.authors().equals(old.authors())) return;
        var places = edit.find(BriefRecords::isPerson);
        var hadMain = edit.hasMainEntry();
        var firstIsMain = old.authors().isEmpty()
                ? !hadMain
                : !places.isEmpty() && edit.data(places.getFirst()).tag().equals("100");
        var lines = ListEdit.of(old.authors(), changed.authors());
        lines.gone().forEach(at -> edit.remove(places.get(at)));
        for (var i = 0; i < changed.authors().size(); i++) {
            var tag = firstIsMain && i == 0 ? "100" : "700";
            author(tag, changed.authors().get(i), lines.kept().get(i).map(places::get));
        }
        if (hadMain != edit.hasMainEntry()) mainEntry(edit.hasMainEntry());
    }

    private void author(String tag, String typed, Optional<Integer> at) {
        if (at.isEmpty()) {
            edit.add(newAuthor(tag, typed));
            return;
        }
        var field = edit.data(at.get());
        var renamed = BriefRecords.name(field).equals(typed) ? field : renamed(field, typed);
        if (renamed.tag().equals(tag)) {
            edit.replace(at.get(), renamed);
        } else {
            edit.remove(at.get());
            edit.add(new DataField(tag, renamed.ind1(), renamed.ind2(), renamed.subfields()));
        }
    }

    private static DataField newAuthor(String tag, String typed) {
        var name = PersonalName.of(typed);
        var subfields = new ArrayList<Subfield>();
        subfields.add(new Subfield('a', name.entry() + ","));
        if (!name.title().isEmpty()) subfields.add(new Subfield('c', name.title() + ","));
        subfields.add(new Subfield('e', "author."));
        return Subfields.field(tag, name.surname() ? "1 " : "0 ", subfields);
    }

    /** What belonged to the old name goes with it: dates, fuller form, number of the authority record. */
    private static DataField renamed(DataField field, String typed) {
        var name = PersonalName.of(typed);
        var rest = Subfields.without(field, "abcdq01").subfields();
        var closing = rest.stream().noneMatch(subfield -> "efgklnpstu".indexOf(subfield.code()) >= 0);
        var subfields = new ArrayList<Subfield>();
        var hasTitle = !name.title().isEmpty();
        subfields.add(new Subfield('a', ended(name.entry(), closing && !hasTitle)));
        if (hasTitle) subfields.add(new Subfield('c', ended(name.title(), closing)));
        subfields.addAll(rest);
        return new DataField(field.tag(), name.surname() ? '1' : '0', field.ind2(), subfields);
    }

    private static String ended(String text, boolean closing) {
        return closing ? Subfields.stopped(text) : text + ",";
    }

    private void mainEntry(boolean has) {
        edit.first(field -> field.tag().equals("245")).ifPresent(at -> {
            var field = edit.data(at);
            edit.replace(at, new DataField("245", has ? '1' : '0', field.ind2(), field.subfields()));
        });
    }

    private void title() {
        var at = edit.first(field -> field.tag().equals("245"));
        if (at.isEmpty()) {
            if (!changed.title().isEmpty()) edit.add(newTitle());
            return;
        }
        var field = edit.data(at.get());
        if (!changed.title().equals(old.title())) {
            field = Subfields.with(field, 'a', changed.title());
            field = new DataField("245", field.ind1(), nonfiling(), field.subfields());
        }
        if (!changed.subtitle().equals(old.subtitle())) field = subtitle(field);
        edit.replace(at.get(), field);
    }

    private DataField newTitle() {
        var responsibility = changed.authors().stream()
                .map(PersonalName::of)
                .map(PersonalName::direct)
                .collect(Collectors.joining(", "));
        var subfields = new ArrayList<Subfield>();
        var slash = responsibility.isEmpty() ? "" : " /";
        var last = changed.subtitle().isEmpty();
        subfields.add(new Subfield('a', last ? closed(changed.title(), slash) : changed.title() + " :"));
        if (!last) subfields.add(new Subfield('b', closed(changed.subtitle(), slash)));
        if (!slash.isEmpty()) subfields.add(new Subfield('c', Subfields.stopped(responsibility)));
        return new DataField("245", edit.hasMainEntry() ? '1' : '0', nonfiling(), subfields);
    }

    private static String closed(String text, String slash) {
        return slash.isEmpty() ? Subfields.stopped(text) : text + slash;
    }

    private char nonfiling() {
        var skip = Articles.skip(changed.title(), changed.language());
        return skip > 9 ? '0' : (char) ('0' + skip);
    }

    private DataField subtitle(DataField field) {
        var subfields = new ArrayList<>(field.subfields());
        var at = Subfields.indexOf(field, 'b');
        if (at >= 0 && !changed.subtitle().isEmpty()) return Subfields.with(field, 'b', changed.subtitle());
        if (at >= 0) {
            var end = Subfields.end(subfields.remove(at).data());
            if (at > 0) end(subfields, at - 1, end);
            return Subfields.of(field, subfields);
        }
        var before = lastOf(subfields, "anph");
        var end = before < 0 ? "" : Subfields.end(subfields.get(before).data());
        if (before >= 0) end(subfields, before, " :");
        subfields.add(before + 1, new Subfield('b', changed.subtitle() + end));
        return Subfields.of(field, subfields);
    }

    private static void end(List<Subfield> subfields, int at, String end) {
        var subfield = subfields.get(at);
        subfields.set(at, new Subfield(subfield.code(), Subfields.withoutEnd(subfield.data()) + end));
    }

    private static int lastOf(List<Subfield> subfields, String codes) {
        var last = -1;
        for (var i = 0; i < subfields.size(); i++)
            if (codes.indexOf(subfields.get(i).code()) >= 0) last = i;
        return last;
    }

    private void imprint() {
        var now = changed.imprint();
        if (now.equals(old.imprint())) return;
        if (!now.year().equals(old.imprint().year())) year();
        var at = edit.first(BriefRecords::isImprint);
        if (at.isEmpty()) {
            edit.add(newImprint());
            return;
        }
        var field = edit.data(at.get());
        field = part(field, 'a', old.imprint().place(), now.place());
        field = part(field, 'b', old.imprint().publisher(), now.publisher());
        field = part(field, 'c', old.imprint().year(), now.year());
        if (field.subfields().isEmpty()) edit.remove(at.get());
        else edit.replace(at.get(), field);
    }

    /** Parts that were missing come to their place with the marks of ISBD before and after. */
    private static DataField part(DataField field, char code, String old, String text) {
        if (text.equals(old)) return field;
        if (text.isEmpty()) {
            var at = Subfields.indexOf(field, code);
            var subfields = new ArrayList<>(field.subfields());
            var end = Subfields.end(subfields.remove(at).data());
            if (at > 0) end(subfields, at - 1, end);
            return Subfields.of(field, subfields);
        }
        if (!old.isEmpty()) return Subfields.with(field, code, text);
        var subfields = new ArrayList<>(field.subfields());
        var at = 0;
        while (at < subfields.size() && subfields.get(at).code() < code) at++;
        var last = at == subfields.size();
        if (at > 0) end(subfields, at - 1, code == 'b' ? " :" : ",");
        var mark = code == 'a' ? " :" : ",";
        subfields.add(at, new Subfield(code, last ? Subfields.stopped(text) : text + mark));
        return Subfields.of(field, subfields);
    }

    private DataField newImprint() {
        var now = changed.imprint();
        var parts = new ArrayList<Subfield>();
        if (!now.place().isEmpty()) parts.add(new Subfield('a', now.place()));
        if (!now.publisher().isEmpty()) parts.add(new Subfield('b', now.publisher()));
        if (!now.year().isEmpty()) parts.add(new Subfield('c', now.year()));
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var last = i == parts.size() - 1;
            var mark = part.code() == 'a' && !now.publisher().isEmpty() ? " :" : ",";
            parts.set(i, new Subfield(part.code(), last ? Subfields.stopped(part.data()) : part.data() + mark));
        }
        return Subfields.field("264", " 1", parts);
    }

    /** The first date of 008 follows when it said the same as the old year, or nothing. */
    private void year() {
        var now = year(changed.imprint().year());
        var fixed = new FixedField(edit.record().control("008").orElse(""));
        var date = fixed.slice(7, 11);
        var unknown = date.isBlank() || date.equals(UNKNOWN_YEAR);
        if (now.isEmpty() || !unknown && !date.equals(year(old.imprint().year()))) return;
        edit.fixed(7, 11, now);
        if (fixed.at(6) != 'n') return;
        edit.fixed(6, 7, "s");
        edit.fixed(11, 15, "");
    }

    private static String year(String typed) {
        var matcher = BriefRecords.YEAR.matcher(typed);
        return matcher.find() ? matcher.group() : "";
    }

    /** A field whose first $a is one line of the form. */
    private void simple(String tag, String indicators, Predicate<DataField> which, String was, String now) {
        if (now.equals(was)) return;
        var at = edit.first(field ->
                field.tag().equals(tag) && which.test(field) && field.first('a').isPresent());
        if (at.isEmpty()) edit.add(Subfields.field(tag, indicators, List.of(new Subfield('a', now))));
        else if (now.isEmpty()) edit.remove(at.get());
        else edit.replace(at.get(), Subfields.with(edit.data(at.get()), 'a', now));
    }

    private void series() {
        var was = old.series();
        var now = changed.series();
        if (now.equals(was)) return;
        var places = edit.find(field -> BriefRecords.isSeries(field)
                && BriefRecords.text(field, 'a').equals(was.title())
                && BriefRecords.text(field, 'v').equals(was.number()));
        var stated =
                edit.first(field -> BriefRecords.isSeries(field) && field.tag().startsWith("4"));
        if (was.title().isEmpty()) {
            newSeries();
            return;
        }
        if (stated.isPresent() && !places.contains(stated.get())) places.addFirst(stated.get());
        for (var at : places) {
            if (now.title().isEmpty()) edit.remove(at);
            else edit.replace(at, changedSeries(edit.data(at)));
        }
    }

    private DataField changedSeries(DataField field) {
        var now = changed.series();
        var titled = now.title().equals(old.series().title()) ? field : Subfields.with(field, 'a', now.title());
        if (now.number().equals(old.series().number())) return titled;
        var at = Subfields.indexOf(titled, 'v');
        var subfields = new ArrayList<>(titled.subfields());
        if (at >= 0 && !now.number().isEmpty()) return Subfields.with(titled, 'v', now.number());
        if (at >= 0) {
            var end = Subfields.end(subfields.remove(at).data());
            if (at > 0) end(subfields, at - 1, end);
            return Subfields.of(titled, subfields);
        }
        var before = lastOf(subfields, "anp");
        var end = before < 0 ? "" : Subfields.end(subfields.get(before).data());
        if (before >= 0) end(subfields, before, " ;");
        subfields.add(before + 1, new Subfield('v', now.number() + end));
        return Subfields.of(titled, subfields);
    }

    private void newSeries() {
        var now = changed.series();
        var number = now.number().isEmpty() ? "" : " ;";
        var stated = new ArrayList<Subfield>(List.of(new Subfield('a', now.title() + number)));
        if (!number.isEmpty()) stated.add(new Subfield('v', now.number()));
        edit.add(Subfields.field("490", "1 ", stated));
        var skip = Math.min(9, Articles.skip(now.title(), changed.language()));
        var filed = now.title().substring(now.title().offsetByCodePoints(0, skip));
        var traced = new ArrayList<Subfield>();
        traced.add(new Subfield('a', number.isEmpty() ? Subfields.stopped(filed) : filed + number));
        if (!number.isEmpty()) traced.add(new Subfield('v', Subfields.stopped(now.number())));
        edit.add(Subfields.field("830", " 0", traced));
    }

    private static Predicate<DataField> heading(String tag) {
        return field -> field.tag().equals(tag) && BriefRecords.isHeading(field);
    }

    /** Own words are of no list: second indicator 4. A rewritten heading is own words too. */
    private void headings(List<String> was, List<String> now, Predicate<DataField> which, String tag) {
        if (now.equals(was)) return;
        var places = edit.find(which);
        var lines = ListEdit.of(was, now);
        lines.gone().forEach(at -> edit.remove(places.get(at)));
        for (var i = 0; i < now.size(); i++) {
            var from = lines.kept().get(i);
            if (from.isEmpty()) edit.add(own(tag, now.get(i)));
            else if (lines.rewritten().contains(from.get())) edit.replace(places.get(from.get()), own(tag, now.get(i)));
        }
    }

    private static DataField own(String tag, String typed) {
        var parts = typed.split("\\s*--\\s*", -1);
        var subfields = new ArrayList<Subfield>();
        for (var part : parts) {
            if (!part.isEmpty()) subfields.add(new Subfield(subfields.isEmpty() ? 'a' : 'x', part));
        }
        if (subfields.isEmpty()) subfields.add(new Subfield('a', typed));
        var last = subfields.removeLast();
        subfields.add(new Subfield(last.code(), Subfields.stopped(last.data())));
        return Subfields.field(tag, " 4", subfields);
    }
}
