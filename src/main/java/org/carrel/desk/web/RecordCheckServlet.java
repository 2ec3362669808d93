package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.catalog.RecordEdits;

/** What is to be looked at in a record while somebody types it: sentences by row, -1 for the record as a whole. Stores nothing. */
@WebServlet(RecordCheckServlet.PATH)
public class RecordCheckServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/record-check";

    @Inject
    transient RecordEdits edits;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!FormTexts.of(request).has("leader")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var rows = Json.createObjectBuilder();
        RecordMarcView.doubts(edits, words, RecordForm.read(request))
                .forEach((row, sentences) -> rows.add(String.valueOf(row), Json.createArrayBuilder(sentences)));
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(rows.build().toString());
    }
}
