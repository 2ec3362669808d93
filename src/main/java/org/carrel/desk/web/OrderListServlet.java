package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.Csv;
import org.carrel.search.OrderList;

/** The list of what to order as a spreadsheet reads it. */
@WebServlet(OrderListServlet.PATH)
public class OrderListServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/to-order.csv";

    @Inject
    transient OrderList orders;

    @Inject
    transient StaffWords words;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"to-order.csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK
                + Csv.row(
                        List.of(words.text("search.question"), words.text("order.asked"), words.text("order.since"))));
        for (var wish : orders.list(OrderListView.DAYS))
            out.write(Csv.row(List.of(
                    wish.question(),
                    Long.toString(wish.times()),
                    LocalDate.ofInstant(wish.wished(), clock.getZone()).toString())));
    }
}
