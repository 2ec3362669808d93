package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.ThreeWayChange;
import org.carrel.desk.web.LineWords.Three;

/** desk/import-kept.xhtml: a record that taking back an import left alone, before the import, as imported, and now. */
@Named
@RequestScoped
public class ImportKeptView {
    @Inject
    HttpServletRequest request;

    @Inject
    MarcImports imports;

    private long number;
    private long bibId;
    private List<ThreeWayChange> changes = List.of();

    @PostConstruct
    void load() {
        number = Numbered.importNumber(request).orElse(0);
        bibId = Numbered.line(request).orElse(0);
        if (number > 0 && bibId > 0) changes = imports.threeWay(number, bibId);
    }

    /** Answers 404 when the import did not write the record, or nothing came over what it wrote. */
    public void check() throws IOException {
        if (changes.isEmpty()) Pages.notFound();
    }

    public List<Three> getChanges() {
        return changes.stream().map(Three::of).toList();
    }

    public String getRecordPath() {
        return "/records/" + bibId;
    }

    public String getBack() {
        return "/desk/import/" + number;
    }
}
