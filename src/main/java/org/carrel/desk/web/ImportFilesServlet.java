package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportProgress;

/** What belongs to an import beside its pages: the list as CSV, the rejected records, how far it is as JSON. */
@WebServlet({ImportFilesServlet.CSV, ImportFilesServlet.REJECTED, ImportFilesServlet.STATUS})
public class ImportFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CSV = "/desk/import-csv";
    static final String REJECTED = "/desk/import-rejected";
    static final String STATUS = "/desk/import-status";

    @Inject
    transient ImportHistory history;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Numbered.importNumber(request).orElse(0);
        var progress = history.progress(number);
        if (request.getDispatcherType() != DispatcherType.FORWARD || progress.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (request.getServletPath()) {
            case CSV -> new LinesCsv(history, words).send(number, LineAddress.of(request), response);
            case REJECTED -> new RejectedFile(history).send(number, response);
            default -> status(progress.get(), response);
        }
    }

    private void status(ImportProgress progress, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        var json = Json.createObjectBuilder()
                .add("state", progress.state().name())
                .add("said", ProgressWords.of(progress, words));
        progress.percent().ifPresent(percent -> json.add("percent", percent));
        response.getWriter().write(json.build().toString());
    }
}
