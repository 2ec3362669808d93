package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportLine;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.PastImport;
import org.carrel.desk.web.LineWords.Change;

/** desk/import-record.xhtml: all that is known about one record of a file, and what it changes in the catalog. */
@Named
@RequestScoped
public class ImportRecordView {
    @Inject
    HttpServletRequest request;

    @Inject
    ImportHistory history;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    private Optional<PastImport> past = Optional.empty();
    private Optional<ImportLine> line = Optional.empty();
    private Optional<List<FieldChange>> changes = Optional.empty();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        var record = Numbered.line(request);
        if (number.isEmpty() || record.isEmpty()) return;
        past = history.find(number.getAsLong());
        line = history.line(number.getAsLong(), record.getAsInt());
        if (line.isPresent() && !line.get().outcome().isAside()) {
            changes = imports.difference(number.getAsLong(), record.getAsInt());
        }
    }

    /** Answers 404 when there is no such record. */
    public void check() throws IOException {
        if (past.isEmpty() || line.isEmpty()) Pages.notFound();
    }

    public String getTitle() {
        return words.text(
                "doctor.title", line().at().number(), past.orElseThrow().file());
    }

    public String getRecordTitle() {
        return line().title();
    }

    public String getWord() {
        return LineAddress.word(line().outcome());
    }

    public String getOutcome() {
        return words.text("oneOutcome." + line().outcome());
    }

    public String getReason() {
        return LineWords.reason(line(), words);
    }

    public String getRecognised() {
        return LineWords.recognised(line(), words);
    }

    public String getCopies() {
        return LineWords.copies(line(), words);
    }

    /** Where the record stands in the file. */
    public String getPlace() {
        var at = line().at();
        var place = at.line() > 0 ? words.text("line.atLine", at.line()) : words.text("line.atByte", at.offset());
        return at.entry().isEmpty() ? place : at.entry() + ", " + place;
    }

    public String getControlNumber() {
        return line().controlNumber();
    }

    /** The page of the record that it met or became; empty when it is not in the catalog. */
    public String getCatalogPath() {
        return met().map(id -> "/records/" + id).orElse("");
    }

    /** The page of the editions of the same; empty when it is not in the catalog. */
    public String getWorksPath() {
        return met().map(id -> "/desk/works?record=" + id).orElse("");
    }

    private Optional<Long> met() {
        return line().bibId().or(() -> line().match().flatMap(ImportLine.Match::bibId));
    }

    /** The page of the earlier record of the file that it met; empty for none. */
    public String getMetPath() {
        return line().metRecord().isPresent()
                ? getBack() + "/record/" + line().metRecord().getAsInt()
                : "";
    }

    /** The page of the record doctor; empty for a record that was taken in. */
    public String getDoctorPath() {
        return line().outcome().isAside()
                ? "/desk/doctor/" + past.orElseThrow().number() + "/"
                        + line().at().number()
                : "";
    }

    /** Repairs and doubts, copies left out: a sentence each. */
    public List<String> getRemarks() {
        return Stream.concat(line().copiesLeftOut().stream(), line().remarks().stream())
                .map(words::text)
                .toList();
    }

    /** True when the record meets one of the catalog, so that fields can be compared. */
    public boolean isCompared() {
        return changes.isPresent();
    }

    public List<Change> getChanges() {
        return changes.orElseThrow().stream().map(Change::of).toList();
    }

    public String getBack() {
        return "/desk/import/" + past.orElseThrow().number();
    }

    private ImportLine line() {
        return line.orElseThrow();
    }
}
