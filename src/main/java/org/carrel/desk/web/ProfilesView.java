package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.SettingsProblem.Problem;

/** desk/profiles.xhtml: the vendors whose files are imported their own way. */
@Named
@RequestScoped
public class ProfilesView {
    @Inject
    HttpServletRequest request;

    @Inject
    ImportProfiles profiles;

    @Inject
    StaffWords words;

    private List<ImportProfile> all = List.of();

    @PostConstruct
    void load() {
        all = profiles.list();
    }

    /** @param copies where they stand, in words */
    public record Row(long number, String name, String copies, String rules) {}

    public List<Row> getRows() {
        return all.stream()
                .map(profile -> new Row(
                        profile.id(),
                        profile.name(),
                        ProfileWords.copies(profile.settings().copies(), words),
                        words.text(
                                "profiles.ruleCount", profile.settings().rules().size())))
                .toList();
    }

    /** Why no profile was made, as a sentence; empty when nobody tried, or it was. */
    public String getProblem() {
        var asked = FormTexts.of(request).get("problem");
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.name().equals(asked))
                .findFirst()
                .map(problem -> words.text("settingsProblem." + problem, getName()))
                .orElse("");
    }

    /** What was typed before. */
    public String getName() {
        return FormTexts.of(request).get("name");
    }
}
