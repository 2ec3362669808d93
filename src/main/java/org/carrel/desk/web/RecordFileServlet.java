package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.DamagedRecord;
import org.carrel.catalog.RecordDoctor;
import org.carrel.catalog.Repair;

/** One record as a file: as it came (GET), or mended (POST). Reached through {@link DeskRoutes} only. */
@WebServlet(RecordFileServlet.PATH)
public class RecordFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/record-file";

    @Inject
    transient RecordDoctor doctor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var record = record(request);
        var ending = record.map(found -> found.format().ending()).orElse("");
        send(response, record.map(DamagedRecord::original), name(request) + ending);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var repair = kind(request)
                .flatMap(kind -> record(request).flatMap(found -> found.repair(kind)))
                .map(Repair::bytes);
        send(response, repair, name(request) + "-repaired.mrc");
    }

    private Optional<DamagedRecord> record(HttpServletRequest request) {
        var number = Numbered.importNumber(request);
        var line = Numbered.line(request);
        return isForwarded(request) && number.isPresent() && line.isPresent()
                ? doctor.examine(number.getAsLong(), line.getAsInt())
                : Optional.empty();
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD;
    }

    static Optional<Repair.Kind> kind(HttpServletRequest request) {
        var asked = Objects.requireNonNullElse(request.getParameter("repair"), "");
        return Arrays.stream(Repair.Kind.values())
                .filter(kind -> kind.name().equals(asked))
                .findFirst();
    }

    private static String name(HttpServletRequest request) {
        return "import-" + Numbered.importNumber(request).orElse(0) + "-record-"
                + Numbered.line(request).orElse(0);
    }

    private static void send(HttpServletResponse response, Optional<byte[]> bytes, String name) throws IOException {
        if (bytes.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setContentLength(bytes.get().length);
        response.getOutputStream().write(bytes.get());
    }
}
