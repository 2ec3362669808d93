package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.school.SchoolSite;
import org.carrel.security.WebSettings;
import org.carrel.sessions.Signs;

/** desk/signs.xhtml: which address shows what on a screen at a door, and whether it says who is there. */
@Named
@RequestScoped
public class SignsView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    BookingResources resources;

    @Inject
    Signs signs;

    @Inject
    StaffWords words;

    @Inject
    WebSettings settings;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links("/desk/signs", getCode());
    }

    public boolean isSaved() {
        return texts.get("done").equals("saved");
    }

    public boolean isNames() {
        return site.isPresent() && signs.names(site.get().code());
    }

    /** @param path of the sign, after the context path @param address as it is typed on the screen */
    public record Row(String name, String path, String address) {}

    public List<Row> getRows() {
        if (site.isEmpty()) return List.of();
        var locale = words.language().locale();
        var things = resources.list(site.get().code()).stream()
                .filter(thing -> !thing.retired() && thing.kind() != BookingResource.Kind.PERSON)
                .map(thing -> row(thing.name(locale), "/sign?of=" + thing.id()));
        return Stream.concat(Stream.of(row(words.text("signs.library"), "/sign")), things)
                .toList();
    }

    private Row row(String name, String path) {
        var address = settings.baseUrl().resolve(request.getContextPath() + path);
        return new Row(name, path, address.toString());
    }
}
