package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.CartCounts;
import org.carrel.devices.CartOut;
import org.carrel.security.CurrentCaller;

/** desk/own-carts.xhtml: the carts that a teacher has, and the count that a teacher confirms on a phone. */
@Named
@RequestScoped
public class OwnCartsView {
    @Inject
    HttpServletRequest request;

    @Inject
    CartCounts counts;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<List<CartOut>> outs = Optional.empty();

    @PostConstruct
    void load() {
        outs = counts.of(caller.required());
    }

    /** @param absent what was not handed over, with its slots @param counted empty while nobody has counted */
    public record Row(
            long id,
            String name,
            String since,
            String due,
            int handed,
            List<String> absent,
            String counted,
            boolean agrees) {}

    public List<Row> getRows() {
        return outs.orElse(List.of()).stream()
                .map(out -> new Row(
                        out.id(),
                        out.name(),
                        words.text("ownCarts.since", words.time(out.since())),
                        out.due()
                                .map(due -> words.text("ownCarts.due", words.day(due)))
                                .orElse(""),
                        out.handed(),
                        out.in(CartOut.State.ABSENT).stream()
                                .map(item -> item.name() + " · " + item.slot())
                                .toList(),
                        out.accepted().isPresent()
                                ? words.text("ownCarts.counted", out.accepted().getAsInt())
                                : "",
                        !out.isDisputed()))
                .toList();
    }

    /** No borrower goes by the name of this account. */
    public boolean isNobody() {
        return outs.isEmpty();
    }

    public String getProblem() {
        return request.getAttribute(OwnCartsServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("yes") ? words.text("ownCarts.done") : "";
    }
}
