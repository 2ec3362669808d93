package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.RecordDoctor;
import org.carrel.catalog.Repair;

/** Stages a mended record as a file of its own, for the school of the file it came in. Reached through {@link DeskRoutes}. */
@WebServlet(RepairLoadServlet.PATH)
public class RepairLoadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/repair-load";

    @Inject
    transient RecordDoctor doctor;

    @Inject
    transient ImportHistory history;

    @Inject
    transient MarcImports imports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Numbered.importNumber(request).orElse(0);
        var record = Numbered.line(request).orElse(0);
        var past = history.find(number);
        var repair = RecordFileServlet.kind(request).flatMap(kind -> doctor.repaired(number, record, kind));
        if (request.getDispatcherType() != DispatcherType.FORWARD || past.isEmpty() || repair.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var name = "record-" + record + "-of-" + past.get().file() + "-repaired.mrc";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + "/desk/import/"
                        + stage(repair.get(), name, past.get().site()));
    }

    private long stage(Repair repair, String name, String site) throws IOException {
        var file = Files.createTempFile("carrel-repaired", ".mrc");
        try {
            Files.write(file, repair.bytes());
            return imports.stage(file, name, site);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
