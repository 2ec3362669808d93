package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.catalog.MarcImports;

/**
 * The buttons of an import's page: commit, discard, take back. Reached through {@link DeskRoutes} only. A button whose
 * time is over (somebody else was quicker) does nothing: the page that follows shows what is.
 */
@WebServlet({ImportActionServlet.COMMIT, ImportActionServlet.DISCARD, ImportActionServlet.UNDO})
public class ImportActionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String COMMIT = "/desk/import-commit";
    static final String DISCARD = "/desk/import-discard";
    static final String UNDO = "/desk/import-take-back";

    @Inject
    transient MarcImports imports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Numbered.importNumber(request);
        if (request.getDispatcherType() != DispatcherType.FORWARD
                || number.isEmpty()
                || imports.status(number.getAsLong()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        act(request.getServletPath(), number.getAsLong());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/import/" + number.getAsLong());
    }

    private void act(String button, long number) {
        switch (button) {
            case COMMIT -> imports.commit(number);
            case DISCARD -> imports.discard(number);
            default -> imports.askUndo(number);
        }
    }
}
