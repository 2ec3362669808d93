package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.RepairOrders;
import org.carrel.devices.RepairTickets;
import org.carrel.platform.Csv;
import org.carrel.security.CurrentCaller;

/** Sends work orders of desk/work-order.xhtml by mail, and gives tickets as a file. */
@WebServlet({WorkOrderServlet.SEND, WorkOrderServlet.CSV})
public class WorkOrderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SEND = "/desk/work-order/send";
    static final String CSV = "/desk/tickets.csv";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.orderProblem";

    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 10_000;

    @Inject
    transient RepairOrders orders;

    @Inject
    transient RepairTickets tickets;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = caller.required();
        var ids = WorkOrderView.ids(request);
        var found = ids.isEmpty()
                ? tickets.find(TicketsView.wish(FormTexts.of(request)), 1, MOST, by)
                : orders.find(ids, by);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tickets.csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        for (var row : orders.table(found)) out.write(Csv.row(row));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var ids = WorkOrderView.ids(request);
        var answer = orders.mail(ids, RepairWords.request(FormTexts.of(request).get("request")), caller.required());
        var problem = new RepairWords(words).problem(answer);
        var again = new StringBuilder("/desk/work-order?done=yes");
        for (var id : ids) InventoryAddress.add(again, "id", String.valueOf(id));
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + again);
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/work-order");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/work-order.xhtml").forward(request, response);
    }
}
