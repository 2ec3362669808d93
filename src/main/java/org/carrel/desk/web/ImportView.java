package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.ListPage;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.PastImport;
import org.carrel.catalog.Site;
import org.carrel.security.CurrentCaller;

/** desk/import.xhtml: the imports so far, the newest first. */
@Named
@RequestScoped
public class ImportView {
    private static final int PAGE_SIZE = 25;

    @Inject
    HttpServletRequest request;

    @Inject
    ImportHistory history;

    @Inject
    MarcImports imports;

    @Inject
    ImportProfiles profiles;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    private ListPage<PastImport> page = new ListPage<>(List.of(), 1, PAGE_SIZE, 0);

    @PostConstruct
    void load() {
        page = history.imports(caller.required().site(), Pages.asked(request), PAGE_SIZE);
    }

    /**
     * A row of the list.
     *
     * @param refused empty when the file was taken
     */
    public record Row(
            long number, String file, String site, String when, String state, String refused, List<Count> counts) {}

    public List<Row> getRows() {
        return page.rows().stream().map(this::row).toList();
    }

    private Row row(PastImport past) {
        return new Row(
                past.number(),
                past.file(),
                past.site(),
                words.time(past.started()),
                words.text("importState." + past.state()),
                words.refused(past),
                Count.of(past, words));
    }

    /** @param chosen in the form */
    public record School(String code, String name, boolean chosen) {}

    /** Where copies can go: the school chosen before, or the first. */
    public List<School> getSchools() {
        var asked = Objects.requireNonNullElse(request.getParameter("site"), "");
        return imports.sites().stream()
                .filter(site -> caller.required().isOf(site.code()))
                .map(site -> new School(site.code(), name(site), site.code().equalsIgnoreCase(asked)))
                .toList();
    }

    /** Only who works for all schools can name one that is not there yet. */
    public boolean isOfAllSites() {
        return caller.required().site().isEmpty();
    }

    public List<ImportProfile> getProfiles() {
        return profiles.list();
    }

    private static String name(Site site) {
        return site.name().equals(site.code()) ? site.code() : site.name() + " (" + site.code() + ")";
    }

    /** Why the form came back, as a sentence; empty when it did not. */
    public String getFileProblem() {
        return problem()
                .filter(problem -> !problem.isOfSite())
                .map(this::sentence)
                .orElse("");
    }

    public String getSiteProblem() {
        return problem().filter(UploadProblem::isOfSite).map(this::sentence).orElse("");
    }

    private Optional<UploadProblem> problem() {
        return UploadProblem.named(Objects.requireNonNullElse(request.getParameter("problem"), ""));
    }

    private String sentence(UploadProblem problem) {
        return words.text("upload." + problem, UploadProblem.LONGEST_SITE);
    }

    public Pages getPages() {
        return new Pages("/desk/import", page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
