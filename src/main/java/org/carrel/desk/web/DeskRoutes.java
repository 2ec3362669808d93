package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.desk.web.Numbered.Route;
import org.carrel.security.CurrentCaller;

/**
 * Addresses of staff pages that carry numbers, of the ways in and out, and what no staff page may miss. Pages without a number need nothing here:
 * {@code desk/import.xhtml} answers at {@code /desk/import}.
 */
public class DeskRoutes extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String IMPORT = "/desk/import/([1-9][0-9]{0,17})";
    private static final String PROFILE = "/desk/profile/([1-9][0-9]{0,17})";
    private static final String DOCTOR = "/desk/doctor/([1-9][0-9]{0,17})/([1-9][0-9]{0,8})";

    private static final String ACCOUNT = "/desk/account/([1-9][0-9]{0,17})";

    private static final String PERSON = "/desk/person/([1-9][0-9]{0,17})";

    private static final String INVENTORY = "/desk/inventory/([1-9][0-9]{0,17})";

    private static final String CART = "/desk/carts/([1-9][0-9]{0,17})";
    private static final String TICKET = "/desk/ticket/([1-9][0-9]{0,17})";

    private static final String ROSTER = "/desk/roster/([1-9][0-9]{0,17})";

    private static final String DEVICE_IMPORT = "/desk/device-import/([1-9][0-9]{0,17})";

    private static final String TEST_WINDOW = "/desk/testing/([1-9][0-9]{0,17})";
    private static final String TEST_ROOM = "/desk/testing-room/([1-9][0-9]{0,17})";
    private static final String AUDIT = "/desk/audit/([1-9][0-9]{0,17})";

    private static final String SHELVES = "/desk/shelf-inventory/([1-9][0-9]{0,17})";

    private static final String PRIVACY = "/desk/privacy/([1-9][0-9]{0,17})";

    private static final String SESSION_BOOKS = "/desk/session-books/([1-9][0-9]{0,17})";

    /** The same for the teacher whose session it is. */
    private static final String SESSION_LIST = "/desk/session-list/([1-9][0-9]{0,17})";

    private static final String SESSION = "/schedule/session/([1-9][0-9]{0,17})";

    private static final String FEES = "/desk/fees/([1-9][0-9]{0,17})";

    private static final String SERIES = "/schedule/series/([1-9][0-9]{0,17})";

    private static final String RECORD = "/desk/record/([1-9][0-9]{0,17})";

    private static final String LIST = "/desk/list/([1-9][0-9]{0,17})";
    private static final String COPY = "/desk/copy/([1-9][0-9]{0,17})";

    private static final String BATCH = "/desk/batch/([1-9][0-9]{0,17})";
    private static final String AUTHORITY_FILE = "/desk/authority-file/([1-9][0-9]{0,17})";

    private static final String AUTHORITY_CHANGE = "/desk/authority-change/([1-9][0-9]{0,17})";

    private static final List<Route> ROUTES = List.of(
            Route.get(BATCH, "/desk/batch-one.xhtml"),
            Route.post(BATCH + "/change", BatchServlet.CHANGE),
            Route.get(BATCH + "/status", BatchServlet.STATUS),
            Route.get(RECORD, "/desk/record.xhtml"),
            Route.get(RECORD + "/form", "/desk/record-form.xhtml"),
            Route.post(RECORD + "/form", RecordFormServlet.CHANGE),
            Route.get("/desk/record-new", "/desk/record-form.xhtml"),
            Route.post("/desk/record-new", RecordFormServlet.ADD),
            Route.get(RECORD + "/marc", "/desk/record-marc.xhtml"),
            Route.post(RECORD + "/marc", RecordServlet.MARC),
            Route.get(RECORD + "/history", "/desk/record-history.xhtml"),
            Route.post(RECORD + "/restore", RecordServlet.RESTORE),
            Route.post(RECORD + "/cover", CoverUploadServlet.PUT),
            Route.get(RECORD + "/copy", "/desk/copy.xhtml"),
            Route.post(RECORD + "/copy", CopyServlet.ADD),
            Route.get(COPY, "/desk/copy.xhtml"),
            Route.post(COPY, CopyServlet.CHANGE),
            Route.post(COPY + "/withdraw", CopyServlet.WITHDRAW),
            Route.get("/desk/authority/([1-9][0-9]{0,17})", "/desk/authority.xhtml"),
            Route.get(AUTHORITY_FILE, "/desk/authority-file.xhtml"),
            Route.post(AUTHORITY_FILE + "/store", AuthorityServlet.STORE),
            Route.post(AUTHORITY_FILE + "/undo", AuthorityServlet.UNDO),
            Route.get(AUTHORITY_CHANGE, "/desk/authority-change.xhtml"),
            Route.post(AUTHORITY_CHANGE + "/undo", AuthorityServlet.TAKE_BACK),
            Route.get("/schedule/series", "/desk/session-series.xhtml"),
            Route.get(SERIES, "/desk/session-series-one.xhtml"),
            Route.post(SERIES + "/change", SeriesServlet.CHANGE),
            Route.get("/schedule/waiting", "/desk/session-waiting.xhtml"),
            Route.get("/schedule/substitute", "/desk/session-substitute.xhtml"),
            Route.get(FEES, "/desk/fees.xhtml"),
            Route.get(FEES + "/receipt/([1-9][0-9]{0,8})", "/desk/fee-receipt.xhtml"),
            Route.post(FEES + "/pay", FeesServlet.PAY),
            Route.post(FEES + "/decide", FeesServlet.DECIDE),
            Route.post(FEES + "/charge", FeesServlet.CHARGE),
            Route.get("/desk/circulation/patron/([1-9][0-9]{0,17})", "/desk/circulation-patron.xhtml"),
            Route.get("/desk/slip/([1-9][0-9]{0,17})", "/desk/loan-slip.xhtml"),
            Route.get(SessionCalendarServlet.PAGE, "/desk/session-calendar.xhtml"),
            Route.post(SessionCalendarServlet.PAGE, SessionCalendarServlet.PATH),
            Route.get("/account/classes", "/desk/own-classes.xhtml"),
            Route.get(PRIVACY, "/desk/privacy-person.xhtml"),
            Route.post(PRIVACY + "/export", PrivacyServlet.EXPORT),
            Route.post(PRIVACY + "/erase", PrivacyServlet.ERASE),
            Route.get(IMPORT, "/desk/import-lines.xhtml"),
            Route.get(IMPORT + "/record/([1-9][0-9]{0,8})", "/desk/import-record.xhtml"),
            Route.get(IMPORT + "/kept/([1-9][0-9]{0,8})", "/desk/import-kept.xhtml"),
            Route.get(IMPORT + "/undo", "/desk/import-undo.xhtml"),
            Route.post(IMPORT + "/undo", ImportActionServlet.UNDO),
            Route.post(IMPORT + "/answers", ImportActionServlet.ANSWERS),
            Route.post(IMPORT + "/commit", ImportActionServlet.COMMIT),
            Route.post(IMPORT + "/discard", ImportActionServlet.DISCARD),
            Route.get(IMPORT + "/report.csv", ImportFilesServlet.CSV),
            Route.get(IMPORT + "/rejected", ImportFilesServlet.REJECTED),
            Route.get(IMPORT + "/status", ImportFilesServlet.STATUS),
            Route.get("/desk/topic/([1-9][0-9]{0,17})", "/desk/topic.xhtml"),
            Route.get("/desk/list-new", "/desk/list-form.xhtml"),
            Route.post("/desk/list-new", ListServlet.SAVE),
            Route.get(LIST, "/desk/list.xhtml"),
            Route.get(LIST + "/form", "/desk/list-form.xhtml"),
            Route.post(LIST + "/form", ListServlet.SAVE),
            Route.post(LIST + "/change", ListServlet.CHANGE),
            Route.get(LIST + "/print", "/desk/list-print.xhtml"),
            Route.get(PROFILE, "/desk/profile.xhtml"),
            Route.post(PROFILE + "/form", ProfileServlet.FORM),
            Route.post(PROFILE + "/remove", ProfileServlet.REMOVE),
            Route.post("/desk/device/([1-9][0-9]{0,17})/off", DeviceServlet.OFF),
            Route.post("/desk/program/([1-9][0-9]{0,17})/revoke", ProgramServlet.REVOKE),
            Route.get(PERSON, "/desk/person.xhtml"),
            Route.get(PERSON + "/edit", "/desk/person-edit.xhtml"),
            Route.post(PERSON + "/edit", PersonServlet.SAVE),
            Route.post(PERSON + "/change", PersonServlet.CHANGE),
            Route.get(PERSON + "/agreements", "/desk/person-agreements.xhtml"),
            Route.post(PERSON + "/agreements", SignServlet.DESK),
            Route.get("/account/agreements", "/desk/own-agreements.xhtml"),
            Route.post("/account/agreements", SignServlet.OWN),
            Route.get(PERSON + "/holds", "/desk/person-holds.xhtml"),
            Route.get(PERSON + "/merge", "/desk/person-merge.xhtml"),
            Route.post(PERSON + "/merge", PersonMergeServlet.MERGE),
            Route.post(PERSON + "/unmerge", PersonMergeServlet.UNDO),
            Route.get(INVENTORY, "/desk/inventory-device.xhtml"),
            Route.get(INVENTORY + "/edit", "/desk/inventory-edit.xhtml"),
            Route.post(INVENTORY + "/edit", InventoryServlet.SAVE),
            Route.post(INVENTORY + "/change", InventoryServlet.CHANGE),
            Route.post(INVENTORY + "/repair", DeviceRepairServlet.PATH),
            Route.post(INVENTORY + "/photo", PhotoServlet.DEVICE),
            Route.get("/desk/photo/([1-9][0-9]{0,17})", PhotoServlet.SHOW),
            Route.get(TICKET, "/desk/ticket.xhtml"),
            Route.post(TICKET + "/change", TicketServlet.CHANGE),
            Route.post(TICKET + "/photo", TicketServlet.PHOTO),
            Route.post("/desk/report/([1-9][0-9]{0,17})/add", ReportServlet.ADD),
            Route.post(INVENTORY + "/note", InventoryServlet.NOTE),
            Route.get(TEST_WINDOW, "/desk/testing-window.xhtml"),
            Route.post(TEST_WINDOW + "/cancel", TestWindowServlet.CANCEL),
            Route.get(TEST_ROOM, "/desk/testing-room.xhtml"),
            Route.post(TEST_ROOM + "/seat", TestRoomServlet.SEAT),
            Route.post(TEST_ROOM + "/change", TestRoomServlet.CHANGE),
            Route.post(TEST_ROOM + "/mark", TestRoomServlet.MARK),
            Route.get(TEST_ROOM + "/sheet", "/desk/testing-sheet.xhtml"),
            Route.get(TEST_ROOM + "/incidents", "/desk/testing-incidents.xhtml"),
            Route.post(TEST_ROOM + "/incidents", TestIncidentServlet.ADD),
            Route.post(TEST_ROOM + "/draft", TestIncidentServlet.DRAFT),
            Route.get(TEST_ROOM + "/report", "/desk/testing-report.xhtml"),
            Route.get(AUDIT, "/desk/audit.xhtml"),
            Route.get(AUDIT + "/lines.csv", DeviceListsServlet.AUDIT),
            Route.post(AUDIT + "/scan", AuditServlet.SCAN),
            Route.post(AUDIT + "/close", AuditServlet.CLOSE),
            Route.get(SHELVES, "/desk/shelf-bays.xhtml"),
            Route.get(SHELVES + "/lines.csv", ShelfListsServlet.INVENTORY),
            Route.post(SHELVES + "/scan", ShelfInventoryServlet.SCAN),
            Route.post(SHELVES + "/close", ShelfInventoryServlet.CLOSE),
            Route.get("/desk/inventory-model/([1-9][0-9]{0,17})", "/desk/inventory-model.xhtml"),
            Route.get(CART, "/desk/cart.xhtml"),
            Route.post(CART + "/change", CartServlet.CHANGE),
            Route.post(CART + "/out", CartServlet.OUT),
            Route.post(CART + "/back", CartServlet.BACK),
            Route.post(CART + "/scan", CartServlet.SCAN),
            Route.get("/account/carts", "/desk/own-carts.xhtml"),
            Route.post("/account/carts", OwnCartsServlet.COUNT),
            Route.get(ROSTER, "/desk/roster.xhtml"),
            Route.post(ROSTER + "/columns", RosterActionServlet.COLUMNS),
            Route.post(ROSTER + "/commit", RosterActionServlet.COMMIT),
            Route.post(ROSTER + "/discard", RosterActionServlet.DISCARD),
            Route.post(ROSTER + "/undo", RosterActionServlet.UNDO),
            Route.get(DEVICE_IMPORT, "/desk/device-import.xhtml"),
            Route.post(DEVICE_IMPORT + "/columns", DeviceImportServlet.COLUMNS),
            Route.post(DEVICE_IMPORT + "/commit", DeviceImportServlet.COMMIT),
            Route.post(DEVICE_IMPORT + "/discard", DeviceImportServlet.DISCARD),
            Route.post(DEVICE_IMPORT + "/undo", DeviceImportServlet.UNDO),
            Route.get(SESSION_BOOKS, "/desk/session-books.xhtml"),
            Route.post(SESSION_BOOKS + "/change", SessionBooksServlet.CHANGE),
            Route.post(SESSION_BOOKS + "/scan", SessionBooksServlet.SCAN),
            Route.post(SESSION_BOOKS + "/close", SessionBooksServlet.CLOSE),
            Route.get(SESSION_LIST, "/desk/session-books.xhtml"),
            Route.post(SESSION_LIST + "/change", SessionBooksServlet.OWN),
            Route.get("/schedule", "/desk/schedule.xhtml"),
            Route.get("/schedule/mine", "/desk/my-sessions.xhtml"),
            Route.get("/schedule/approvals", "/desk/approvals.xhtml"),
            Route.get("/schedule/book", "/desk/book-session.xhtml"),
            Route.post("/schedule/book", BookingServlet.BOOK),
            Route.post("/schedule/offer", BookingServlet.OFFER),
            Route.get(SESSION, "/desk/class-session.xhtml"),
            Route.get(SESSION + "/change", "/desk/book-session.xhtml"),
            Route.post(SESSION + "/change", BookingServlet.CHANGE),
            Route.post(SESSION + "/move", BookingServlet.MOVE),
            Route.post(SESSION + "/cancel", SessionServlet.CANCEL),
            Route.post(SESSION + "/claim", SessionServlet.CLAIM),
            Route.post(SESSION + "/lists", SessionListsServlet.PATH),
            Route.post(SESSION + "/decide", SessionServlet.DECIDE),
            Route.get("/sign-in", "/desk/sign-in.xhtml"),
            Route.post("/sign-in", SignInServlet.IN),
            Route.post("/sign-out", SignInServlet.OUT),
            Route.post("/lock", LockServlet.LOCK),
            Route.get("/locked", "/desk/locked.xhtml"),
            Route.post("/unlock", LockServlet.UNLOCK),
            Route.get("/account/unlock", "/desk/unlock-with.xhtml"),
            Route.post("/account/unlock", UnlockServlet.PATH),
            Route.get("/choose-password", "/desk/choose-password.xhtml"),
            Route.post("/choose-password", SignInServlet.CHOOSE),
            Route.get("/setup", "/desk/setup.xhtml"),
            Route.post("/setup", SignInServlet.SETUP),
            Route.get("/account", "/desk/own-account.xhtml"),
            Route.post("/account", SignInServlet.CHANGE),
            Route.get(ACCOUNT, "/desk/account.xhtml"),
            Route.post(ACCOUNT + "/change", AccountServlet.CHANGE),
            Route.post(ACCOUNT + "/reset", AccountServlet.RESET),
            Route.post(ACCOUNT + "/disable", AccountServlet.DISABLE),
            Route.post(ACCOUNT + "/enable", AccountServlet.ENABLE),
            Route.post(ACCOUNT + "/end-sessions", AccountServlet.END_SESSIONS),
            Route.get(DOCTOR, "/desk/doctor.xhtml"),
            Route.get(DOCTOR + "/original", RecordFileServlet.PATH),
            Route.post(DOCTOR + "/load", RepairLoadServlet.PATH),
            Route.post(DOCTOR + "/repaired", RecordFileServlet.PATH));

    @Inject
    transient CurrentCaller caller;

    static List<Route> routes() {
        return ROUTES;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = path(request);
        if (path.equals("/desk") || path.equals("/desk/")) {
            response.sendRedirect(request.getContextPath() + StaffPlaces.first(caller));
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        request.setAttribute(StaffView.ADDRESS, path + query);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Cookie, Accept-Language");
        var routes = ROUTES.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        if (routes.isEmpty()) chain.doFilter(request, response);
        else follow(routes, path, request, response);
    }

    private static void follow(
            List<Route> routes, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        for (var route : routes) {
            if (!route.answers(request.getMethod())) continue;
            Numbered.keep(request, route.path().matcher(path));
            request.getRequestDispatcher(route.target()).forward(request, response);
            return;
        }
        response.setHeader("Allow", routes.stream().map(Route::method).collect(Collectors.joining(", ")));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
