package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.devices.RepairPolicies;
import org.carrel.devices.RepairPolicy;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** desk/repair-policy.xhtml: what a school has decided about repairs: how soon, and who pays. */
@Named
@RequestScoped
public class RepairPolicyView {
    @Inject
    HttpServletRequest request;

    @Inject
    RepairPolicies policies;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private RepairPolicy policy = RepairPolicy.STANDARD;

    @PostConstruct
    void load() {
        policy = policies.of(getSite());
    }

    public String getSite() {
        var texts = FormTexts.of(request);
        return reach.chosen(texts.get("site"))
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
    }

    public List<SchoolReach.Link> getSites() {
        return reach.links("/desk/repair-policy", getSite());
    }

    /** A field of the form. */
    public record Field(String id, String label, String value, String mode, int longest) {}

    public List<Field> getFields() {
        return List.of(
                field("high", number(policy.high())),
                field("normal", number(policy.normal())),
                field("low", number(policy.low())),
                field("labor", money(OptionalInt.of(policy.laborRate()))),
                field("insured", number(policy.insuredPercent())),
                field("uninsured", number(policy.uninsuredPercent())),
                field("cap", money(policy.cap())),
                field("free", number(policy.freeClaims())),
                field("claims", number(policy.insuredClaims())),
                field("count", number(policy.patternCount())),
                field("days", number(policy.patternDays())),
                new Field("mail", words.text("policy.mail"), typed("mail", policy.districtMail()), "email", 254));
    }

    private Field field(String id, String value) {
        return new Field(id, words.text("policy." + id), typed(id, value), "decimal", 12);
    }

    private static String number(int number) {
        return String.valueOf(number);
    }

    private static String money(OptionalInt cents) {
        return DeviceWords.typed(cents);
    }

    private String typed(String name, String otherwise) {
        return getProblem().isEmpty() ? otherwise : FormTexts.of(request).get(name);
    }

    public boolean isInsured() {
        return getProblem().isEmpty()
                ? policy.insuredByDefault()
                : FormTexts.of(request).get("default").equals("yes");
    }

    public int getVersion() {
        return policy.version();
    }

    public String getProblem() {
        return request.getAttribute(RepairPolicyServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("saved") ? words.text("ticket.saved") : "";
    }
}
