package org.carrel.search.rest;

import java.util.List;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.jspecify.annotations.Nullable;

/** The JSON of one record with its copies. Whatever the record does not say is left out or empty. */
public record RecordJson(
        long id,
        String title,
        String titleProper,
        String responsibility,
        List<String> otherTitles,
        List<String> otherScripts,
        List<String> names,
        BibRecord.Kind kind,
        List<SeriesJson> series,
        PublicationJson publication,
        List<String> subjects,
        List<String> genres,
        String summary,
        List<String> contents,
        List<String> awards,
        List<String> notes,
        AudienceJson audience,
        List<String> languages,
        List<String> classNumbers,
        IdentifiersJson identifiers,
        List<LinkJson> links,
        Availability availability,
        List<ItemJson> items) {

    public record SeriesJson(String title, @Nullable Double number, String volume) {}

    public record PublicationJson(
            String publisher, String place, @Nullable Integer year, String date, String edition, String extent) {}

    /** Grades from 0 (kindergarten), ages in years; null when unknown. */
    public record AudienceJson(
            @Nullable Integer gradeFrom,
            @Nullable Integer gradeTo,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable Integer lexile,
            String lexileText,
            @Nullable Double arLevel,
            @Nullable Double arPoints,
            String interest) {}

    public record IdentifiersJson(
            String controlNumber, String source, String lccn, List<String> isbns, String oclc, String issn) {}

    public record LinkJson(String url, String text) {}

    public record ItemJson(
            long id,
            String barcode,
            String callNumber,
            String site,
            String siteName,
            String location,
            String itemType,
            String copyNumber,
            String volume,
            boolean available) {

        static ItemJson of(Item item) {
            return new ItemJson(
                    item.id(),
                    item.barcode(),
                    item.callNumber().text(),
                    item.siteCode(),
                    item.siteName(),
                    item.location(),
                    item.itemType(),
                    item.copyNumber(),
                    item.volume(),
                    item.available());
        }
    }

    static RecordJson of(CatalogRecord found) {
        var record = found.record();
        return new RecordJson(
                found.id(),
                record.titles().main(),
                record.titles().proper(),
                record.titles().responsibility(),
                record.titles().others(),
                record.titles().parallel(),
                record.names().all(),
                record.kind(),
                record.series().stream()
                        .map(series -> new SeriesJson(series.title(), series.number(), series.volume()))
                        .toList(),
                publication(record.publication()),
                record.topics().subjects(),
                record.topics().genres(),
                record.notes().summary(),
                record.notes().contents(),
                record.notes().awards(),
                record.notes().others(),
                audience(record.audience()),
                record.languages(),
                record.classNumbers(),
                identifiers(record.identifiers()),
                record.links().stream()
                        .map(link -> new LinkJson(link.url(), link.text()))
                        .toList(),
                Availability.of(found.items(), true),
                found.items().stream().map(ItemJson::of).toList());
    }

    private static PublicationJson publication(BibRecord.Publication publication) {
        return new PublicationJson(
                publication.publisher(),
                publication.place(),
                publication.year().isPresent() ? publication.yearOrZero() : null,
                publication.date(),
                publication.edition(),
                publication.extent());
    }

    private static AudienceJson audience(BibRecord.Audience audience) {
        return new AudienceJson(
                audience.gradeFrom(),
                audience.gradeTo(),
                audience.ageFrom(),
                audience.ageTo(),
                audience.lexile(),
                audience.lexileText(),
                audience.arLevel(),
                audience.arPoints(),
                audience.interest());
    }

    private static IdentifiersJson identifiers(BibRecord.Identifiers identifiers) {
        return new IdentifiersJson(
                identifiers.controlNumber(),
                identifiers.source(),
                identifiers.lccn(),
                identifiers.isbns(),
                identifiers.oclc(),
                identifiers.issn());
    }
}
