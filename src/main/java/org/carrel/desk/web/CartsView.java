package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.carrel.devices.CartRow;
import org.carrel.devices.Carts;
import org.carrel.devices.Custody;
import org.carrel.devices.OwedThing;
import org.carrel.security.CurrentCaller;

/** desk/carts.xhtml: carts and kits, where they are, and what did not come back with them. */
@Named
@RequestScoped
public class CartsView {
    @Inject
    HttpServletRequest request;

    @Inject
    Carts carts;

    @Inject
    CartPeopleNames names;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<CartRow> rows = List.of();
    private List<OwedThing> owed = List.of();

    @PostConstruct
    void load() {
        rows = carts.list(caller.required());
        owed = carts.owed(caller.required());
    }

    /** @param state a word when something is to be done; empty for nothing */
    public record Row(long id, String name, String model, String site, String custody, String inside, String state) {}

    public List<Row> getRows() {
        var devices = new DeviceWords(words);
        return rows.stream()
                .map(row -> new Row(
                        row.cart().id(),
                        row.cart().name(),
                        row.cart().fullModelName(),
                        row.cart().siteName(),
                        devices.custody(row.cart().custody()),
                        row.slots() == 0 ? "" : words.text("carts.inside", row.there(), row.slots()),
                        state(row)))
                .toList();
    }

    private String state(CartRow row) {
        if (row.counting()) return words.text("carts.counting");
        if (row.incomplete()) return words.text("carts.incomplete");
        if (row.owed() > 0) return words.text("carts.owedCount", row.owed());
        return "";
    }

    /** Carts that are not here now. */
    public String getFound() {
        var away = rows.stream()
                .filter(row -> row.cart().custody() instanceof Custody.OnLoan)
                .count();
        return words.text("carts.found", rows.size(), away);
    }

    /** @param who had the cart; empty for who may not be told @param missing since when nobody looks for it */
    public record Owed(long container, String name, String cart, String who, String since, String missing) {}

    public List<Owed> getOwed() {
        return owed.stream()
                .map(one -> new Owed(
                        one.container(),
                        one.name(),
                        one.slot().isEmpty() ? one.cart() : one.cart() + " · " + one.slot(),
                        names.of(one.patron()),
                        words.day(one.since()),
                        one.missing().map(words::day).orElse("")))
                .toList();
    }
}
