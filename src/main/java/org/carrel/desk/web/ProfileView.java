package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.desk.web.PreviewCards.PreviewCard;
import org.carrel.desk.web.ProfileWords.Choice;
import org.carrel.desk.web.ProfileWords.Field;
import org.carrel.desk.web.ProfileWords.Overlay;
import org.carrel.desk.web.ProfileWords.Rule;
import org.carrel.security.CurrentCaller;

/** desk/profile.xhtml: how one vendor's files are imported, tried on records, and what the files were like. */
@Named
@RequestScoped
public class ProfileView {
    private static final int MOST_IMPORTS = 25;

    @Inject
    HttpServletRequest request;

    @Inject
    ImportProfiles profiles;

    @Inject
    ImportHistory history;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    private Optional<ImportProfile> stored = Optional.empty();
    private Optional<ProfileDraft> draft = Optional.empty();
    private Optional<ProfileWords> inWords = Optional.empty();
    private List<PreviewCard> previews = List.of();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isEmpty()) return;
        stored = profiles.find(number.getAsLong());
        draft = ProfileDraft.of(request);
        if (stored.isEmpty()) return;
        var form = draft.map(ProfileDraft::form).orElseGet(() -> ProfileForm.of(stored.get()));
        var fields = new ProfileWords(form, draft.map(ProfileDraft::problems).orElse(List.of()), words);
        inWords = Optional.of(fields);
        previews = draft.flatMap(ProfileDraft::previewed)
                .map(settings -> profiles.preview(settings, previewed()))
                .map(records -> new PreviewCards(fields, words).of(records))
                .orElse(List.of());
    }

    private long previewed() {
        return FormTexts.number(FormTexts.of(request).get("preview"));
    }

    /** Answers 404 when there is no such profile. */
    public void check() throws IOException {
        if (stored.isEmpty()) Pages.notFound();
    }

    public String getTitle() {
        return profile().name();
    }

    public String getPath() {
        return ProfileServlet.path(profile().id());
    }

    /** True right after it was saved. */
    public boolean isSaved() {
        return draft.isEmpty() && FormTexts.of(request).has("saved");
    }

    /** True when the form has changes that are not saved yet. */
    public boolean isDraft() {
        return draft.isPresent();
    }

    public boolean isStale() {
        return draft.filter(ProfileDraft::stale).isPresent();
    }

    public List<Field> getWrong() {
        return fields().wrong();
    }

    public Field getName() {
        return fields().field("name", "profile.name");
    }

    public String getVersion() {
        return draft.map(sent -> sent.form().texts().get("version"))
                .orElseGet(() -> Integer.toString(profile().version()));
    }

    public List<Choice> getSources() {
        return fields().sources();
    }

    public Field getTag() {
        return fields().field("copies.tag", "profile.tag");
    }

    public List<Field> getParts() {
        return fields().parts();
    }

    public List<Choice> getPrices() {
        return fields().prices();
    }

    public boolean isMapped() {
        return fields().sources().getLast().chosen();
    }

    public boolean isSeveral() {
        return form().texts().has("several");
    }

    public List<Overlay> getOverlay() {
        return fields().overlay();
    }

    public List<Rule> getRules() {
        return fields().rules();
    }

    public List<Choice> getKinds() {
        return fields().kinds();
    }

    public boolean isNumbered() {
        return form().texts().has("barcodes");
    }

    public boolean isCheckDigit() {
        return form().texts().has("barcodes.check");
    }

    public List<Field> getBarcodes() {
        return List.of(
                fields().field("barcodes.prefix", "profile.barcodePrefix"),
                fields().field("barcodes.digits", "profile.barcodeDigits"),
                fields().field("barcodes.start", "profile.barcodeStart"));
    }

    /** @param name what is posted to forget it */
    public record Answer(String id, String name, String sentence) {}

    public List<Answer> getAnswers() {
        var answers = profile().settings().answers();
        return IntStream.range(0, answers.size())
                .mapToObj(i -> new Answer(
                        "forget-" + i,
                        ProfileServlet.name(answers.get(i)),
                        words.text(
                                "profile.answer." + answers.get(i).kind(),
                                answers.get(i).code(),
                                answers.get(i).use())))
                .toList();
    }

    /** Imports on whose records the settings can be tried. */
    public List<Choice> getImports() {
        return history.imports(caller.required().site(), 1, MOST_IMPORTS).rows().stream()
                .filter(past -> past.records() > 0)
                .map(past -> new Choice(
                        Long.toString(past.number()),
                        words.text("profile.previewImport", past.number(), past.file()),
                        past.number() == previewed()))
                .toList();
    }

    /** True when the settings were to be tried, whether records were found or not. */
    public boolean isPreviewed() {
        return draft.flatMap(ProfileDraft::previewed).isPresent();
    }

    public List<PreviewCard> getPreviews() {
        return previews;
    }

    public ReportCardRows getReportCard() {
        return ReportCardRows.of(profiles.reportCard(profile().id()), words);
    }

    private ProfileWords fields() {
        return inWords.orElseThrow();
    }

    private ProfileForm form() {
        return draft.map(ProfileDraft::form).orElseGet(() -> ProfileForm.of(profile()));
    }

    private ImportProfile profile() {
        return stored.orElseThrow();
    }
}
