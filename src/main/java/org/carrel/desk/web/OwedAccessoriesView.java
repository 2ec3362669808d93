package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.carrel.devices.LentAccessories;
import org.carrel.devices.LentAccessory;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/accessories-owed.xhtml: chargers and bags that did not come back with their devices. */
@Named
@RequestScoped
public class OwedAccessoriesView {
    @Inject
    HttpServletRequest request;

    @Inject
    LentAccessories accessories;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<LentAccessory> owed = List.of();

    @PostConstruct
    void load() {
        owed = accessories.owed(caller.required());
    }

    /** Something owed. @param price empty when nobody has said @param charged whether it stands on the bill */
    public record Row(
            long id,
            String name,
            String device,
            String person,
            long patron,
            String since,
            String price,
            boolean charged) {}

    public List<Row> getRows() {
        return owed.stream().map(this::row).toList();
    }

    private Row row(LentAccessory one) {
        var patron = one.patron().orElse(0);
        var name = patrons.find(patron).filter(this::isReached).map(Patron::spokenName);
        return new Row(
                one.id(),
                one.shownName(),
                one.deviceName(),
                name.orElseGet(() -> words.text("assignments.somebody")),
                name.isPresent() ? patron : 0,
                words.day(one.since()),
                new DeviceWords(words).money(one.price()),
                one.chargedBy().isPresent());
    }

    private boolean isReached(Patron person) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.required().isOf(site);
    }

    public boolean isMayDecide() {
        return caller.may(Operation.DECIDE_FEES);
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getProblem() {
        return request.getAttribute(OwedAccessoriesServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("yes") ? words.text("owedAccessories.done") : "";
    }

    public String getCount() {
        return words.text("owedAccessories.count", owed.size());
    }
}
