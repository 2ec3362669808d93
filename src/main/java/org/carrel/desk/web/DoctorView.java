package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.catalog.DamagedRecord;
import org.carrel.catalog.Diagnosis;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.PastImport;
import org.carrel.catalog.RecordDoctor;
import org.carrel.desk.web.DoctorRows.Fault;
import org.carrel.desk.web.DoctorRows.Row;

/** desk/doctor.xhtml: the bytes of a record that was not taken in, what is wrong with them, and what can be done. */
@Named
@RequestScoped
public class DoctorView {
    @Inject
    HttpServletRequest request;

    @Inject
    RecordDoctor doctor;

    @Inject
    ImportHistory history;

    @Inject
    StaffWords words;

    private Optional<DamagedRecord> record = Optional.empty();
    private String file = "";
    private List<Row> rows = List.of();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        var line = Numbered.line(request);
        if (number.isEmpty() || line.isEmpty()) return;
        record = doctor.examine(number.getAsLong(), line.getAsInt());
        file = history.find(number.getAsLong()).map(PastImport::file).orElse("");
        record.ifPresent(found -> rows = new DoctorRows(words).of(found.diagnosis()));
    }

    /** Answers 404 when there is no such record, or its bytes were not kept. */
    public void check() throws IOException {
        if (record.isEmpty()) Pages.notFound();
    }

    public String getTitle() {
        return words.text("doctor.title", found().line().at().number(), file);
    }

    /** What the import said, in English: the log of an import is kept in one language. */
    public String getReason() {
        return found().line().reason();
    }

    public String getOutcome() {
        return words.text("oneOutcome." + found().line().outcome());
    }

    public String getFacts() {
        return words.text(
                "doctor.facts",
                words.text("format." + found().format()),
                words.number(found().original().length),
                found().line().controlNumber().isEmpty()
                        ? words.text("doctor.noNumber")
                        : found().line().controlNumber());
    }

    public String getBack() {
        return "/desk/import/" + found().importNumber() + "?outcome="
                + found().line().outcome().name().toLowerCase(Locale.ROOT);
    }

    /** The address of this record, before {@code /original} and {@code /repaired}. */
    public String getPath() {
        return "/desk/doctor/" + found().importNumber() + "/"
                + found().line().at().number();
    }

    /** True for ISO 2709, where parts are named; else there are lines of text. */
    public boolean isBytes() {
        return found().diagnosis() instanceof Diagnosis.OfBytes;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** True when the record is so long that only its faults and its beginning are shown. */
    public boolean isShortened() {
        return DoctorRows.count(found().diagnosis()) > rows.size();
    }

    /** Every fault with the row it stands in. */
    public List<Fault> getFaults() {
        return rows.stream().flatMap(row -> row.faults().stream()).toList();
    }

    public List<RepairCard> getRepairs() {
        return found().diagnosis().repairs().stream()
                .map(repair -> RepairCard.of(repair, words))
                .toList();
    }

    private DamagedRecord found() {
        return record.orElseThrow();
    }
}
