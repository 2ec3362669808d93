package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.carrel.circulation.Money;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.RepairPart;
import org.carrel.devices.RepairParts;
import org.carrel.security.CurrentCaller;

/** desk/repair-parts.xhtml: how many spare parts there are at each site. */
@Named
@RequestScoped
public class RepairPartsView {
    @Inject
    HttpServletRequest request;

    @Inject
    RepairParts parts;

    @Inject
    FeeWords money;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<RepairPart> stock = List.of();

    @PostConstruct
    void load() {
        stock = parts.stock(caller.required());
    }

    /** A count. */
    public record Row(String name, String site, int quantity, String price) {}

    public List<Row> getRows() {
        return stock.stream()
                .map(one -> new Row(
                        one.name(), one.siteName(), one.quantity(), money.money(Money.ofCents(one.priceCents()))))
                .toList();
    }

    public List<Choice> getTypes() {
        var names = new LinkedHashMap<String, String>();
        stock.forEach(one -> names.put(String.valueOf(one.typeId()), one.name()));
        return choices(names, "type");
    }

    public List<Choice> getSites() {
        var names = new LinkedHashMap<String, String>();
        stock.forEach(one -> names.put(one.siteCode(), one.siteName()));
        return choices(names, "site");
    }

    private List<Choice> choices(LinkedHashMap<String, String> names, String field) {
        var typed = FormTexts.of(request).get(field);
        return names.entrySet().stream()
                .map(one ->
                        new Choice(one.getKey(), one.getValue(), one.getKey().equals(typed)))
                .toList();
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getProblem() {
        return request.getAttribute(RepairPartsServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    private String typed(String name) {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get(name);
    }

    public String getNumber() {
        return typed("number");
    }

    public String getName() {
        return typed("name");
    }

    public String getPrice() {
        return typed("price");
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("saved") ? words.text("accessories.saved") : "";
    }
}
