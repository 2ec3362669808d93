package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.catalog.Authority;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/**
 * Puts an established heading where another one stands. Subdivisions, relators, volumes and links of the field stay; its tag, indicators
 * and thesaurus follow the authority, and $0 names it. All other fields stay as they are, those in other scripts (880) too.
 */
public final class HeadingFlip {
    /** What stands before a heading: the field it is linked to, what it is about, what it has to do with the title. */
    private static final String BEFORE = "638i";
    /** Numbers of the authority that the heading had. */
    private static final String OF_AUTHORITY = "01";
    /** A field that the tag of the kind makes must be one that MARC has. */
    private static final Set<String> ENTRIES = Set.of("00", "10", "11", "30");

    private HeadingFlip() {}

    /**
     * What is to be put there.
     *
     * @param heading the 1XX field of the authority
     */
    public record Target(Authority authority, DataField heading) {}

    /**
     * The record with the heading flipped wherever it stands; the same when it stands nowhere.
     *
     * @param from key of the heading as it stands, without or with subdivisions
     * @param thesaurus of the fields that are meant
     */
    public static MarcRecord of(MarcRecord record, long from, String thesaurus, Target target) {
        var flips = new LinkedHashMap<Integer, DataField>();
        for (var place = 0; place < record.fields().size(); place++)
            if (record.fields().get(place) instanceof DataField field) {
                var at = place;
                flipped(field, place, from, thesaurus, target).ifPresent(flipped -> flips.put(at, flipped));
            }
        if (flips.isEmpty()) return record;
        var said = new HashSet<String>();
        for (var place = 0; place < record.fields().size(); place++)
            if (record.fields().get(place) instanceof DataField field && !flips.containsKey(place))
                said.add(sameness(field));
        var fields = new ArrayList<MarcField>();
        for (var place = 0; place < record.fields().size(); place++) {
            var flipped = flips.get(place);
            if (flipped == null) fields.add(record.fields().get(place));
            else if (said.add(sameness(flipped))) fields.add(flipped);
        }
        return new MarcRecord(record.leader(), fields);
    }

    private static Optional<DataField> flipped(DataField field, int place, long from, String thesaurus, Target target) {
        var heading = RecordHeadings.of(field, place);
        if (heading.isEmpty()
                || !heading.get().is(from)
                || !heading.get().thesaurus().equals(thesaurus)) return Optional.empty();
        var kind = target.authority().kind();
        if (!field.tag().startsWith("6") && !ENTRIES.contains(kind.digits())) return Optional.empty();
        var whole = heading.get().mainKey() != from;
        return Optional.of(put(field, heading.get(), whole, target)).filter(put -> !put.equals(field));
    }

    private static DataField put(DataField field, RecordHeadings.Heading was, boolean whole, Target target) {
        var kind = target.authority().kind();
        var keeps = RecordHeadings.answers(target.authority().thesaurus(), was.thesaurus());
        var before = new ArrayList<Subfield>();
        var after = new ArrayList<Subfield>();
        for (var each : field.subfields()) {
            if (HeadingText.isMain(was.kind(), each.code())
                    || OF_AUTHORITY.indexOf(each.code()) >= 0
                    || whole && HeadingText.isSubdivision(each.code())
                    || !keeps && each.code() == '2') continue;
            (BEFORE.indexOf(each.code()) >= 0 ? before : after).add(each);
        }
        var subfields = new ArrayList<>(before);
        subfields.addAll(ended(established(target.heading(), kind), field, was, whole, after));
        subfields.addAll(after);
        var system = keeps || !field.tag().startsWith("6")
                ? field.ind2()
                : indicator(target.authority().thesaurus());
        if (system == '7' && !keeps)
            subfields.add(new Subfield('2', target.authority().thesaurus()));
        if (!target.authority().source().isEmpty())
            subfields.add(new Subfield(
                    '0',
                    "(" + target.authority().source() + ")" + target.authority().number()));
        var tag = tag(field.tag(), kind);
        return new DataField(
                tag, first(field, tag, target.heading()), second(tag, system, target.heading()), subfields);
    }

    /** 655 is of kinds only: what becomes a topic stands in 650, and the other way round. */
    private static String tag(String was, AuthorityKind kind) {
        return was.charAt(0) + kind.digits();
    }

    private static List<Subfield> established(DataField heading, AuthorityKind kind) {
        return heading.subfields().stream()
                .filter(each -> HeadingText.isMain(kind, each.code()) || HeadingText.isSubdivision(each.code()))
                .toList();
    }

    /** What ended the heading ends the new one: a comma before a relator, a full stop at the end of the field. */
    private static List<Subfield> ended(
            List<Subfield> heading, DataField field, RecordHeadings.Heading was, boolean whole, List<Subfield> after) {
        var replaced = field.subfields().stream()
                .filter(each ->
                        HeadingText.isMain(was.kind(), each.code()) || whole && HeadingText.isSubdivision(each.code()))
                .toList();
        var end = replaced.getLast().data().strip();
        var mark = end.endsWith(",") ? "," : !Isbd.trim(end).equals(end) && end.endsWith(".") ? "." : "";
        var last = heading.getLast();
        var bare = last.data().strip();
        if (mark.isEmpty() || bare.isEmpty() || ".,-)!?".indexOf(bare.charAt(bare.length() - 1)) >= 0) return heading;
        if (mark.equals(",") && after.isEmpty()) return heading;
        var ended = new ArrayList<>(heading);
        ended.set(ended.size() - 1, new Subfield(last.code(), bare + mark));
        return ended;
    }

    /** MARC 21 second indicator of 6XX; 7 where $2 says it. */
    private static char indicator(String thesaurus) {
        return switch (thesaurus) {
            case "lcsh", "naf" -> '0';
            case "lcac" -> '1';
            case "mesh" -> '2';
            case "nal" -> '3';
            case "cash" -> '5';
            case "rvm" -> '6';
            case "" -> '4';
            default -> '7';
        };
    }

    /** The kind of a name, or how many characters of a title are skipped when it is sorted. */
    private static char first(DataField field, String tag, DataField heading) {
        if (tag.endsWith("30")) return tag.startsWith("8") ? ' ' : digit(heading.ind2());
        if (tag.endsWith("00") || tag.endsWith("10") || tag.endsWith("11")) return heading.ind1();
        return tag.equals(field.tag()) ? field.ind1() : ' ';
    }

    private static char second(String tag, char system, DataField heading) {
        return tag.equals("830") ? digit(heading.ind2()) : system;
    }

    private static char digit(char indicator) {
        return indicator >= '0' && indicator <= '9' ? indicator : '0';
    }

    /** What two fields are one by: a record says nothing twice. */
    private static String sameness(DataField field) {
        return field.tag()
                + (field.tag().startsWith("6") ? field.ind2() : ' ')
                + field.subfields().stream()
                        .filter(each -> OF_AUTHORITY.indexOf(each.code()) < 0)
                        .map(each -> each.code() + TextFolding.fold(each.data()))
                        .collect(Collectors.joining("$"));
    }
}
