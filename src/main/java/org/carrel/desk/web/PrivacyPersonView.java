package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.desk.web.PrivacyView.Choice;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.privacy.ErasureReason;
import org.carrel.privacy.PersonExports;
import org.carrel.privacy.PersonFile.Look;
import org.carrel.privacy.PersonViews;
import org.carrel.security.CurrentCaller;

/** desk/privacy-person.xhtml: who looked at a person's records; export and erasure. */
@Named
@RequestScoped
public class PrivacyPersonView {
    private static final int MOST = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    PersonViews views;

    @Inject
    PersonExports exports;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<Patron> patron = Optional.empty();
    private List<Look> looks = List.of();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request).orElse(0);
        if (!views.looked(caller.required(), number, words.text("privacy.whyHere"))) return;
        patron = patrons.find(number);
        looks = exports.looks(caller.required(), number);
    }

    /** Before the page is built. */
    public void check() throws IOException {
        if (patron.isEmpty()) Pages.notFound();
    }

    public long getNumber() {
        return patron.map(Patron::id).orElse(0L);
    }

    public String getName() {
        return patron.map(Patron::spokenName).orElse("");
    }

    public String getGrade() {
        return patron.map(known -> known.facts().get(PatronField.GRADE)).orElse("");
    }

    public List<String> getLooks() {
        return looks.stream()
                .limit(MOST)
                .map(look -> PersonFilePage.look(words, look))
                .toList();
    }

    /** Those that a person can give. */
    public List<Choice> getReasons() {
        return Arrays.stream(ErasureReason.values())
                .filter(reason -> reason != ErasureReason.RESTORED)
                .map(reason -> new Choice(reason.name(), words.text("erasureReason." + reason), false))
                .toList();
    }

    public String getProblem() {
        return request.getAttribute(PrivacyServlet.PROBLEM) instanceof String key ? words.text(key) : "";
    }
}
