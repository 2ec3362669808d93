package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carrel.search.OrderList;

/** desk/to-order.xhtml, to be printed, and its section of desk/search.xhtml: what readers looked for and should be bought. */
@Named
@RequestScoped
public class OrderListView {
    static final int DAYS = 30;

    @Inject
    OrderList orders;

    @Inject
    StaffWords words;

    private List<Row> rows = List.of();

    @PostConstruct
    void load() {
        rows = orders.list(DAYS).stream()
                .map(wish -> new Row(wish.question(), words.number(wish.times()), words.day(wish.wished())))
                .toList();
    }

    /** @param asked how often in the last days, in words */
    public record Row(String question, String asked, String since) {}

    public List<Row> getRows() {
        return rows;
    }
}
