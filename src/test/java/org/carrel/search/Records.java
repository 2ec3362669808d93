package org.carrel.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.jspecify.annotations.Nullable;

/** Records for tests: a title, and what the test says besides. */
public final class Records {
    private final long id;
    private final String title;
    private String proper;
    private String sort;
    private String author = "";
    private Kind kind = Kind.BOOK;
    private String summary = "";
    private String lccn = "";
    private String work = "";
    private char audience = ' ';
    private Instant addedAt = Instant.EPOCH;
    private @Nullable Integer lexile;
    private @Nullable Double arLevel;
    private final List<String> others = new ArrayList<>();
    private final List<String> parallel = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final List<String> awards = new ArrayList<>();
    private final List<String> isbns = new ArrayList<>();
    private final List<String> otherIsbns = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final List<String> classNumbers = new ArrayList<>();
    private final List<BibRecord.Series> series = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private Records(long id, String title) {
        this.id = id;
        this.title = title;
        this.proper = title;
        this.sort = title;
    }

    public static Records record(long id, String title) {
        return new Records(id, title);
    }

    public Records proper(String text) {
        proper = text;
        return this;
    }

    public Records sort(String text) {
        sort = text;
        return this;
    }

    public Records by(String name) {
        if (author.isEmpty()) author = name;
        else added.add(name);
        return this;
    }

    public Records kind(Kind wanted) {
        kind = wanted;
        return this;
    }

    public Records summary(String text) {
        summary = text;
        return this;
    }

    public Records other(String text) {
        others.add(text);
        return this;
    }

    public Records parallel(String text) {
        parallel.add(text);
        return this;
    }

    public Records about(String subject) {
        subjects.add(subject);
        return this;
    }

    public Records award(String text) {
        awards.add(text);
        return this;
    }

    public Records isbn(String isbn) {
        isbns.add(isbn);
        return this;
    }

    public Records otherIsbn(String isbn) {
        otherIsbns.add(isbn);
        return this;
    }

    public Records lccn(String number) {
        lccn = number;
        return this;
    }

    /** What its editions have in common. */
    public Records work(String key) {
        work = key;
        return this;
    }

    /** MARC 21 008/22. */
    public Records forReaders(char code) {
        audience = code;
        return this;
    }

    /** Its copies are out. */
    public Records out() {
        items.replaceAll(item -> new Item(
                item.id(),
                item.bibId(),
                item.barcode(),
                item.siteCode(),
                item.siteName(),
                item.location(),
                item.itemType(),
                item.callNumber(),
                item.copyNumber(),
                item.volume(),
                false));
        return this;
    }

    public Records added(Instant time) {
        addedAt = time;
        return this;
    }

    public Records lexile(int measure) {
        lexile = measure;
        return this;
    }

    public Records ar(double level) {
        arLevel = level;
        return this;
    }

    public Records in(String language) {
        languages.add(language);
        return this;
    }

    public Records dewey(String number) {
        classNumbers.add(number);
        return this;
    }

    public Records series(String name, Double number, String volume) {
        series.add(new BibRecord.Series(name, number, volume));
        return this;
    }

    public Records copy(String barcode, String prefix, String classNumber, String cutter) {
        items.add(new Item(
                id * 100 + items.size(),
                id,
                barcode,
                "ELEM",
                "Elementary",
                "Stacks",
                "R",
                new CallNumber(prefix, classNumber, cutter, ""),
                "1",
                "",
                true));
        return this;
    }

    public List<Item> items() {
        return items;
    }

    public CatalogRecord make() {
        var record = new BibRecord(
                new BibRecord.Identifiers("TEST", Long.toString(id), lccn, isbns, otherIsbns, "", ""),
                kind,
                new BibRecord.Titles(title, proper, sort, "", others, parallel),
                new BibRecord.Names(author, added, List.of()),
                series,
                new BibRecord.Publication("", "", 1998, "1998", "", ""),
                new BibRecord.Topics(subjects, List.of()),
                new BibRecord.Notes(summary, List.of(), awards, List.of()),
                new BibRecord.Audience(audience, null, null, null, null, lexile, "", arLevel, null, ""),
                languages.isEmpty() ? List.of("eng") : languages,
                classNumbers,
                List.of());
        return new CatalogRecord(id, record, items, addedAt, work);
    }
}
