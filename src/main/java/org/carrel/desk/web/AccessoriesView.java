package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Accessories;
import org.carrel.devices.Accessory;
import org.carrel.devices.AccessoryMove;
import org.carrel.security.CurrentCaller;

/** desk/accessories.xhtml: how many chargers, cables and bags there are at each site. */
@Named
@RequestScoped
public class AccessoriesView {
    @Inject
    HttpServletRequest request;

    @Inject
    Accessories accessories;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<Accessory> stock = List.of();
    private List<AccessoryMove> moves = List.of();

    @PostConstruct
    void load() {
        stock = accessories.stock(caller.required());
        moves = accessories.moves(caller.required());
    }

    /** A count. */
    public record Row(String name, String site, int quantity, String price) {}

    public List<Row> getRows() {
        var said = new DeviceWords(words);
        return stock.stream()
                .map(one -> new Row(one.name(), one.siteName(), one.quantity(), said.money(one.price())))
                .toList();
    }

    public List<Choice> getTypes() {
        var names = new LinkedHashMap<Integer, String>();
        stock.forEach(one -> names.put(one.typeId(), one.name()));
        var typed = FormTexts.of(request).get("type");
        return names.entrySet().stream()
                .map(one -> new Choice(
                        String.valueOf(one.getKey()),
                        one.getValue(),
                        String.valueOf(one.getKey()).equals(typed)))
                .toList();
    }

    public List<Choice> getSites() {
        var names = new LinkedHashMap<String, String>();
        stock.forEach(one -> names.put(one.siteCode(), one.siteName()));
        var typed = FormTexts.of(request).get("site");
        return names.entrySet().stream()
                .map(one ->
                        new Choice(one.getKey(), one.getValue(), one.getKey().equals(typed)))
                .toList();
    }

    public List<Choice> getReasons() {
        var typed = FormTexts.of(request).get("why");
        return Arrays.stream(Accessory.Why.values())
                .map(one -> new Choice(
                        one.name(),
                        words.text("accessoryWhy." + one),
                        one.name().equals(typed)))
                .toList();
    }

    /** A number for the form: sent twice, it counts once. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public List<String> getMoves() {
        return moves.stream().map(this::move).toList();
    }

    private String move(AccessoryMove move) {
        var signed = (move.quantity() > 0 ? "+" : "−") + Math.abs(move.quantity());
        var note = move.note().isEmpty() ? "" : " “" + move.note() + "”";
        var by = move.by().isEmpty() ? "" : " · " + move.by();
        return words.time(move.at()) + " · " + move.site() + " · " + signed + " " + move.name() + " · "
                + words.text("accessoryWhy." + move.why()) + note + by;
    }

    public String getProblem() {
        return request.getAttribute(AccessoriesServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** What was typed before, when something was wrong with it. */
    private String typed(String name) {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get(name);
    }

    public String getNumber() {
        return typed("number");
    }

    public String getNote() {
        return typed("note");
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
