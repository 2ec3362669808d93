package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Authorities;
import org.carrel.catalog.Authority;
import org.carrel.catalog.Authority.Reference;
import org.carrel.catalog.Authority.Sense;

/** desk/authority.xhtml: an established heading, and what leads to it and from it. */
@Named
@RequestScoped
public class AuthorityView {
    @Inject
    HttpServletRequest request;

    @Inject
    Authorities authorities;

    @Inject
    StaffWords words;

    private Optional<Authority> authority = Optional.empty();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isPresent()) authority = authorities.find(number.getAsLong());
    }

    /** For an address with the number of no authority. */
    public void check() throws IOException {
        if (authority.isEmpty()) Pages.notFound();
    }

    public String getHeading() {
        return authority.map(Authority::heading).orElse("");
    }

    public String getFacts() {
        return authority
                .map(known -> words.text(
                        "authority.facts",
                        HeadingWords.kind(known.kind(), words),
                        HeadingWords.list(known.thesaurus(), words),
                        (known.source() + " " + known.number()).strip()))
                .orElse("");
    }

    /** Forms that lead here. */
    public List<String> getSeen() {
        return references(Sense.SEE);
    }

    /** Headings that are looked at too. */
    public List<String> getAlso() {
        return references(Sense.ALSO);
    }

    private List<String> references(Sense sense) {
        return authority.map(Authority::references).orElse(List.of()).stream()
                .filter(reference -> reference.sense() == sense)
                .map(Reference::heading)
                .toList();
    }
}
