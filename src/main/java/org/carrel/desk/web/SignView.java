package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.devices.Agreement;
import org.carrel.devices.AgreementAnswer;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.Agreements;
import org.carrel.devices.Agreements.ToSign;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.Patron;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** desk/person-agreements.xhtml and desk/own-agreements.xhtml: what somebody has to sign, and what they have signed. */
@Named
@RequestScoped
public class SignView {
    @Inject
    HttpServletRequest request;

    @Inject
    Agreements agreements;

    @Inject
    Patrons patrons;

    @Inject
    OwnClasses own;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<Patron> person = Optional.empty();
    private boolean isOwn;
    private List<ToSign> all = List.of();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        isOwn = number.isEmpty();
        person = isOwn ? own.self(caller.required()) : patrons.find(number.getAsLong());
        if (!isOwn) person.ifPresent(looks::at);
        all = person.map(agreements::of).orElse(List.of());
    }

    public void check() throws IOException {
        if (person.isEmpty() && !isOwn) Pages.notFound();
    }

    public boolean isKnown() {
        return person.isPresent();
    }

    public long getPerson() {
        return person.map(Patron::id).orElse(0L);
    }

    public String getName() {
        return person.map(Patron::spokenName).orElse("");
    }

    /** An agreement. @param state when it was signed or declined, in words; empty for never @param path what was drawn */
    public record Row(
            int id,
            int version,
            String name,
            String text,
            String language,
            String state,
            boolean signed,
            String path) {}

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(ToSign one) {
        var agreement = one.agreement();
        return new Row(
                agreement.id(),
                agreement.version(),
                agreement.name(),
                agreement.text(language()),
                language(),
                one.last().map(last -> state(agreement, last)).orElse(""),
                one.signed(),
                one.signed() ? one.last().map(AgreementAnswer::signature).orElse("") : "");
    }

    private String language() {
        return words.language().tag();
    }

    private String state(Agreement agreement, AgreementAnswer last) {
        if (!last.accepted()) return words.text("agreements.declined", words.day(last.at()), last.signer());
        var key = last.version() == agreement.version() ? "agreements.signed." + last.way() : "agreements.signedOther";
        return words.text(key, words.day(last.at()), last.signer());
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    private Optional<AgreementProblem> problem() {
        return request.getAttribute(SignServlet.PROBLEM) instanceof AgreementProblem found
                ? Optional.of(found)
                : Optional.empty();
    }

    public String getProblem() {
        return problem().map(one -> words.text("agreementProblem." + one)).orElse("");
    }

    /** What was typed, or the person's own name. */
    public String getSigner() {
        return problem().isPresent() ? FormTexts.of(request).get("signer") : getName();
    }

    public String getDone() {
        return switch (FormTexts.of(request).get("done")) {
            case "yes" -> words.text("agreements.doneYes");
            case "no" -> words.text(isOwn ? "agreements.doneNoOwn" : "agreements.doneNo");
            default -> "";
        };
    }
}
