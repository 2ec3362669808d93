package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmUndone;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** The buttons of desk/device-import.xhtml. */
@WebServlet({
    DeviceImportServlet.COLUMNS,
    DeviceImportServlet.COMMIT,
    DeviceImportServlet.DISCARD,
    DeviceImportServlet.UNDO
})
public class DeviceImportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String COLUMNS = "/desk/device-import-columns";
    static final String COMMIT = "/desk/device-import-commit";
    static final String DISCARD = "/desk/device-import-discard";
    static final String UNDO = "/desk/device-import-undo";
    /** Request attributes of a page that is shown again. */
    static final String UNDONE = "org.carrel.desk.deviceImportUndone";

    static final String PROBLEM = "org.carrel.desk.deviceImportProblem";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceImports imports;

    @Inject
    transient AuditTrail audit;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var number = Numbered.importNumber(request).orElse(0);
        var run = imports.find(number);
        if (request.getDispatcherType() != DispatcherType.FORWARD || run.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (act(request, run.get())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/device-import/" + number);
        } else {
            request.setAttribute(StaffView.ADDRESS, "/desk/device-import/" + number);
            response.setStatus(UNPROCESSABLE);
            request.getRequestDispatcher("/desk/device-import.xhtml").forward(request, response);
        }
    }

    /** False when the page has to be shown again, with why. */
    private boolean act(HttpServletRequest request, MdmRun run) {
        var by = caller.required();
        return switch (request.getServletPath()) {
            case COMMIT -> {
                imports.commit(run.id(), by.username());
                write("devices_imported", run);
                yield true;
            }
            case UNDO -> undo(request, run);
            case COLUMNS -> columns(request, run);
            default -> {
                imports.discard(run.id());
                yield true;
            }
        };
    }

    private void write(String action, MdmRun run) {
        audit.add(OptionalLong.of(caller.required().account()), action, new Subject("device_import", run.id()));
    }

    private boolean undo(HttpServletRequest request, MdmRun run) {
        var undone = imports.undo(run.id(), caller.required().username());
        write("device_import_undone", run);
        if (!(undone instanceof MdmUndone.NotLast)) return true;
        request.setAttribute(UNDONE, undone);
        return false;
    }

    private boolean columns(HttpServletRequest request, MdmRun run) {
        var texts = FormTexts.of(request);
        var mapping = new EnumMap<MdmField, Integer>(MdmField.class);
        for (var at = 0; at < run.header().size(); at++) {
            var field = field(texts.get("column." + at));
            if (field != null && mapping.put(field, at) != null) return again(request, "TWICE");
        }
        return imports.map(run.id(), Map.copyOf(mapping)) || again(request, "INCOMPLETE");
    }

    private static @Nullable MdmField field(String name) {
        for (var field : DeviceImportColumnsView.FIELDS) if (field.name().equals(name)) return field;
        return null;
    }

    private static boolean again(HttpServletRequest request, String problem) {
        request.setAttribute(PROBLEM, problem);
        return false;
    }
}
