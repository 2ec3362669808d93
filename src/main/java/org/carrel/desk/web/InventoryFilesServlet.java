package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.DeviceExports;
import org.carrel.platform.Csv;
import org.carrel.security.CurrentCaller;

/** The devices of the list as CSV or as a workbook. Nobody's name is in them. */
@WebServlet({InventoryFilesServlet.CSV, InventoryFilesServlet.XLSX})
public class InventoryFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CSV = "/desk/inventory.csv";
    static final String XLSX = "/desk/inventory.xlsx";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    transient DeviceExports exports;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = caller.required();
        var wish = InventoryAddress.wish(FormTexts.of(request), by);
        if (request.getServletPath().equals(CSV)) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"devices.csv\"");
            var out = response.getWriter();
            out.write(Csv.BYTE_ORDER_MARK);
            exports.rows(wish, by, row -> out.write(Csv.row(row)));
            return;
        }
        response.setContentType(WORKBOOK);
        response.setHeader("Content-Disposition", "attachment; filename=\"devices.xlsx\"");
        exports.workbook(wish, by, response.getOutputStream());
    }
}
