package org.carrel.security.rules;

import static org.carrel.security.Operation.ADMINISTER;
import static org.carrel.security.Operation.BOOK_MAINTENANCE;
import static org.carrel.security.Operation.BOOK_SESSION;
import static org.carrel.security.Operation.CATALOG;
import static org.carrel.security.Operation.CHANGE_CATALOG;
import static org.carrel.security.Operation.CIRCULATE;
import static org.carrel.security.Operation.COORDINATE_TESTING;
import static org.carrel.security.Operation.COUNT_SHELVES;
import static org.carrel.security.Operation.DECIDE_FEES;
import static org.carrel.security.Operation.DESK_SETTINGS;
import static org.carrel.security.Operation.FIND_PERSON;
import static org.carrel.security.Operation.HOLD_SESSION;
import static org.carrel.security.Operation.IMPORT_DEVICES;
import static org.carrel.security.Operation.IMPORT_MARC;
import static org.carrel.security.Operation.IMPORT_ROSTER;
import static org.carrel.security.Operation.KEEP_PEOPLE;
import static org.carrel.security.Operation.LEND_DEVICES;
import static org.carrel.security.Operation.OVERRIDE_BOOKING;
import static org.carrel.security.Operation.OWN_ACCOUNT;
import static org.carrel.security.Operation.OWN_LOANS;
import static org.carrel.security.Operation.PREPARE_TESTING;
import static org.carrel.security.Operation.PRINT_LABELS;
import static org.carrel.security.Operation.PRIVACY;
import static org.carrel.security.Operation.PROCTOR;
import static org.carrel.security.Operation.REPORT_NAMES;
import static org.carrel.security.Operation.RETURN_DEVICES;
import static org.carrel.security.Operation.SEARCH_CATALOG;
import static org.carrel.security.Operation.SEAT_TESTING;
import static org.carrel.security.Operation.SEE_SESSION;
import static org.carrel.security.Operation.SEE_TITLES_OF_PERSON;
import static org.carrel.security.Operation.STAFF_PAGES;
import static org.carrel.security.Operation.TAKE_PAYMENTS;
import static org.carrel.security.Thing.ACCOUNT;
import static org.carrel.security.Thing.CLASS_SESSION;
import static org.carrel.security.Thing.COPY;
import static org.carrel.security.Thing.DEVICE;
import static org.carrel.security.Thing.DEVICE_AUDIT;
import static org.carrel.security.Thing.DEVICE_IMPORT;
import static org.carrel.security.Thing.IMPORT;
import static org.carrel.security.Thing.PATRON;
import static org.carrel.security.Thing.PHOTO;
import static org.carrel.security.Thing.PROGRAM;
import static org.carrel.security.Thing.RECORD_BATCH;
import static org.carrel.security.Thing.ROSTER;
import static org.carrel.security.Thing.SCREEN;
import static org.carrel.security.Thing.SESSION_SERIES;
import static org.carrel.security.Thing.SHELF_INVENTORY;
import static org.carrel.security.Thing.TESTING_ROOM;
import static org.carrel.security.Thing.TESTING_WINDOW;
import static org.carrel.security.Thing.TICKET;
import static org.carrel.security.rules.AccessRow.delete;
import static org.carrel.security.rules.AccessRow.get;
import static org.carrel.security.rules.AccessRow.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every address there is, and the operation it belongs to. What does not stand here is not there: 404. A new page, servlet
 * or resource needs its line; a test compares.
 */
public final class AccessTable {
    /** The interface, but for the catalog, which is open to everybody. */
    private static final Pattern FOR_PROGRAMS = Pattern.compile("/api/v1/(?!catalog(?:/|$)).+");

    private static final List<AccessRow> ROWS = List.of(
            // for everybody
            get("/", SEARCH_CATALOG),
            get("/search", SEARCH_CATALOG),
            get("/records/{n}", SEARCH_CATALOG),
            get("/series", SEARCH_CATALOG),
            get("/where", SEARCH_CATALOG),
            get("/suggest", SEARCH_CATALOG),
            get("/offline", SEARCH_CATALOG),
            get("/privacy", SEARCH_CATALOG),
            get("/language", SEARCH_CATALOG),
            get("/text", SEARCH_CATALOG),
            get("/kiosk-start", SEARCH_CATALOG),
            post("/kiosk-start", SEARCH_CATALOG),
            get("/sign", SEARCH_CATALOG),
            get("/kiosk-reset", SEARCH_CATALOG),
            get("/kiosk-check", SEARCH_CATALOG),
            get("/kiosk-worker.js", SEARCH_CATALOG),
            get("/assets/**", SEARCH_CATALOG),
            get("/jakarta.faces.resource/**", SEARCH_CATALOG),
            get("/health/live", SEARCH_CATALOG),
            get("/health/ready", SEARCH_CATALOG),
            get("/api/v1/catalog/search", SEARCH_CATALOG),
            get("/api/v1/catalog/records/{word}", SEARCH_CATALOG),
            get("/calendar/mine/{word}", SEARCH_CATALOG),
            get("/calendar/thing/{word}", SEARCH_CATALOG),
            get("/calendar/school/{word}", SEARCH_CATALOG),
            get("/s/{word}", SEARCH_CATALOG),
            // for programs
            post("/api/v1/desk/scan", CIRCULATE),
            post("/api/v1/desk/undo", CIRCULATE),
            post("/api/v1/loans", CIRCULATE),
            post("/api/v1/loans/{word}/renewals", CIRCULATE),
            post("/api/v1/returns", CIRCULATE),
            post("/api/v1/holds", CIRCULATE),
            delete("/api/v1/holds/{word}", CIRCULATE),
            get("/api/v1/availability", BOOK_SESSION),
            post("/api/v1/session-wishes", BOOK_SESSION),
            post("/api/v1/session-offers/{word}", BOOK_SESSION),
            get("/api/v1/sessions", BOOK_SESSION),
            post("/api/v1/sessions", BOOK_SESSION),
            get("/api/v1/sessions/{word}", BOOK_SESSION),
            post("/api/v1/sessions/{word}/changes", BOOK_SESSION),
            delete("/api/v1/sessions/{word}", BOOK_SESSION),
            get("/api/v1/patrons/{word}/summary", CIRCULATE),
            get("/api/v1/patrons/{word}/loans", SEE_TITLES_OF_PERSON),
            get("/api/v1/patrons/{word}/holds", SEE_TITLES_OF_PERSON),
            // for everybody
            get("/my", SEARCH_CATALOG),
            post("/my", SEARCH_CATALOG),
            get("/sign-in", SEARCH_CATALOG),
            post("/sign-in", SEARCH_CATALOG),
            get("/sign-in/school", SEARCH_CATALOG),
            get("/sign-in/return", SEARCH_CATALOG),
            post("/sign-out", SEARCH_CATALOG),
            post("/lock", SEARCH_CATALOG),
            get("/locked", SEARCH_CATALOG),
            post("/unlock", SEARCH_CATALOG),
            get("/choose-password", SEARCH_CATALOG),
            post("/choose-password", SEARCH_CATALOG),
            get("/setup", SEARCH_CATALOG),
            post("/setup", SEARCH_CATALOG),
            // for everybody who is signed in
            get("/account", OWN_ACCOUNT),
            post("/account", OWN_ACCOUNT),
            get("/account/books", OWN_LOANS),
            post("/account/books", OWN_LOANS),
            get("/account/agreements", OWN_LOANS),
            post("/account/agreements", OWN_LOANS),
            get("/account/classes", REPORT_NAMES),
            get("/account/carts", OWN_LOANS),
            post("/account/carts", OWN_LOANS),
            get("/account/unlock", OWN_ACCOUNT).withFreshPassword(),
            post("/account/unlock", OWN_ACCOUNT).withFreshPassword(),
            // staff
            get("/schedule/calendar", STAFF_PAGES),
            post("/schedule/calendar", STAFF_PAGES),
            get("/schedule/series", BOOK_SESSION),
            post("/schedule/series/book", BOOK_SESSION),
            get("/schedule/series/{n}", BOOK_SESSION).of(SESSION_SERIES),
            post("/schedule/series/{n}/change", BOOK_SESSION).of(SESSION_SERIES),
            get("/schedule/waiting", BOOK_SESSION),
            post("/schedule/waiting/join", BOOK_SESSION),
            post("/schedule/waiting/change", BOOK_SESSION),
            get("/schedule/substitute", HOLD_SESSION),
            post("/schedule/substitute/claim", HOLD_SESSION),
            get("/desk/substitutes", OVERRIDE_BOOKING),
            post("/desk/substitutes/change", OVERRIDE_BOOKING),
            get("/desk/", STAFF_PAGES),
            get("/desk/circulation", CIRCULATE),
            post("/desk/circulation/scan", CIRCULATE),
            get("/desk/circulation/patron/{n}", CIRCULATE).of(PATRON),
            get("/desk/slip/{n}", CIRCULATE).of(PATRON),
            get("/desk/return-slip", CIRCULATE),
            get("/desk/commands", CIRCULATE),
            post("/desk/awake", STAFF_PAGES),
            get("/desk/records", CATALOG),
            get("/desk/record/{n}", CATALOG),
            get("/desk/record-new", CATALOG),
            post("/desk/record-new", CATALOG),
            get("/desk/record/{n}/form", CATALOG),
            post("/desk/record/{n}/form", CATALOG),
            get("/desk/record/{n}/marc", CATALOG),
            post("/desk/record/{n}/marc", CATALOG),
            get("/desk/record/{n}/history", CATALOG),
            post("/desk/record/{n}/restore", CATALOG),
            get("/desk/record/{n}/copy", CATALOG),
            post("/desk/record/{n}/copy", CATALOG),
            get("/desk/marc-help", CATALOG),
            post("/desk/record-check", CATALOG),
            get("/desk/copy/{n}", CATALOG).of(COPY),
            post("/desk/copy/{n}", CATALOG).of(COPY),
            post("/desk/copy/{n}/withdraw", CATALOG).of(COPY),
            get("/desk/import", IMPORT_MARC),
            post("/desk/import/upload", IMPORT_MARC),
            get("/desk/import/{n}", IMPORT_MARC).of(IMPORT),
            get("/desk/import/{n}/record/{n}", IMPORT_MARC).of(IMPORT),
            get("/desk/import/{n}/kept/{n}", IMPORT_MARC).of(IMPORT),
            get("/desk/import/{n}/undo", IMPORT_MARC).of(IMPORT),
            post("/desk/import/{n}/undo", IMPORT_MARC).of(IMPORT),
            post("/desk/import/{n}/answers", IMPORT_MARC).of(IMPORT),
            post("/desk/import/{n}/commit", IMPORT_MARC).of(IMPORT),
            post("/desk/import/{n}/discard", IMPORT_MARC).of(IMPORT),
            get("/desk/import/{n}/report.csv", IMPORT_MARC).of(IMPORT),
            get("/desk/import/{n}/rejected", IMPORT_MARC).of(IMPORT),
            get("/desk/import/{n}/status", IMPORT_MARC).of(IMPORT).askedByThePage(),
            get("/desk/doctor/{n}/{n}", IMPORT_MARC).of(IMPORT),
            get("/desk/doctor/{n}/{n}/original", IMPORT_MARC).of(IMPORT),
            post("/desk/doctor/{n}/{n}/load", IMPORT_MARC).of(IMPORT),
            post("/desk/doctor/{n}/{n}/repaired", IMPORT_MARC).of(IMPORT),
            get("/desk/profiles", IMPORT_MARC),
            post("/desk/profiles/new", IMPORT_MARC),
            get("/desk/profile/{n}", IMPORT_MARC),
            post("/desk/profile/{n}/form", IMPORT_MARC),
            post("/desk/profile/{n}/remove", IMPORT_MARC),
            get("/desk/batch", CHANGE_CATALOG),
            post("/desk/batch/ask", CHANGE_CATALOG),
            get("/desk/batch/{n}", CHANGE_CATALOG).of(RECORD_BATCH),
            post("/desk/batch/{n}/change", CHANGE_CATALOG).of(RECORD_BATCH),
            get("/desk/batch/{n}/status", CHANGE_CATALOG).of(RECORD_BATCH).askedByThePage(),
            get("/desk/duplicates", CHANGE_CATALOG),
            post("/desk/duplicates/dismiss", CHANGE_CATALOG),
            get("/desk/merge", CHANGE_CATALOG),
            post("/desk/merge/do", CHANGE_CATALOG),
            get("/desk/search", DESK_SETTINGS),
            get("/desk/search-words", DESK_SETTINGS),
            post("/desk/search/change", DESK_SETTINGS),
            get("/desk/to-order", DESK_SETTINGS),
            get("/desk/to-order.csv", DESK_SETTINGS),
            get("/desk/works", DESK_SETTINGS),
            post("/desk/works/change", DESK_SETTINGS),
            get("/desk/topics", DESK_SETTINGS),
            get("/desk/topic", DESK_SETTINGS),
            get("/desk/topic/{n}", DESK_SETTINGS),
            post("/desk/topics/save", DESK_SETTINGS),
            post("/desk/topics/change", DESK_SETTINGS),
            get("/desk/labels", PRINT_LABELS),
            get("/desk/labels/print", PRINT_LABELS),
            post("/desk/labels/change", PRINT_LABELS),
            get("/desk/label-sheets", PRINT_LABELS),
            get("/desk/label-sheets/calibration", PRINT_LABELS),
            post("/desk/label-sheets/change", PRINT_LABELS),
            get("/desk/shelf-map", DESK_SETTINGS),
            get("/desk/shelf-map-part", DESK_SETTINGS),
            post("/desk/shelf-map/change", DESK_SETTINGS),
            get("/desk/shelf-inventory", COUNT_SHELVES),
            post("/desk/shelf-inventory/start", COUNT_SHELVES),
            get("/desk/shelf-inventory/{n}", COUNT_SHELVES).of(SHELF_INVENTORY),
            get("/desk/shelf-inventory/{n}/lines.csv", COUNT_SHELVES).of(SHELF_INVENTORY),
            post("/desk/shelf-inventory/{n}/scan", COUNT_SHELVES).of(SHELF_INVENTORY),
            post("/desk/shelf-inventory/{n}/close", COUNT_SHELVES).of(SHELF_INVENTORY),
            get("/desk/weeding", DESK_SETTINGS),
            get("/desk/weeding.csv", DESK_SETTINGS),
            post("/desk/weeding/change", DESK_SETTINGS),
            get("/desk/weeding-rules", DESK_SETTINGS),
            post("/desk/weeding-rules/save", DESK_SETTINGS),
            get("/desk/collection-report", DESK_SETTINGS),
            get("/desk/collection-report.csv", DESK_SETTINGS),
            get("/desk/series-gaps", DESK_SETTINGS),
            get("/desk/series-gaps.csv", DESK_SETTINGS),
            get("/desk/devices", DESK_SETTINGS),
            post("/desk/devices/new", DESK_SETTINGS),
            post("/desk/device/{n}/off", DESK_SETTINGS).of(SCREEN),
            get("/desk/people", FIND_PERSON),
            get("/desk/people.csv", KEEP_PEOPLE),
            get("/desk/people.xlsx", KEEP_PEOPLE),
            get("/desk/people-cards", KEEP_PEOPLE),
            post("/desk/people-cards/zeros", KEEP_PEOPLE),
            get("/desk/person-edit", KEEP_PEOPLE),
            post("/desk/people/new", KEEP_PEOPLE),
            get("/desk/person/{n}", FIND_PERSON).of(PATRON),
            get("/desk/person/{n}/edit", KEEP_PEOPLE).of(PATRON),
            post("/desk/person/{n}/edit", KEEP_PEOPLE).of(PATRON),
            post("/desk/person/{n}/change", KEEP_PEOPLE).of(PATRON),
            get("/desk/person/{n}/merge", KEEP_PEOPLE).of(PATRON),
            post("/desk/person/{n}/merge", KEEP_PEOPLE).of(PATRON),
            post("/desk/person/{n}/unmerge", KEEP_PEOPLE).of(PATRON),
            get("/desk/clearance", KEEP_PEOPLE),
            get("/desk/holds", CIRCULATE),
            get("/desk/holds.csv", CIRCULATE),
            post("/desk/holds/change", CIRCULATE),
            get("/desk/title-holds", CIRCULATE),
            post("/desk/title-holds/place", CIRCULATE),
            get("/desk/hold-slip", CIRCULATE),
            get("/desk/person/{n}/holds", SEE_TITLES_OF_PERSON).of(PATRON),
            get("/desk/fees/{n}", TAKE_PAYMENTS).of(PATRON),
            get("/desk/fees/{n}/receipt/{n}", TAKE_PAYMENTS).of(PATRON),
            post("/desk/fees/{n}/pay", TAKE_PAYMENTS).of(PATRON),
            post("/desk/fees/{n}/decide", DECIDE_FEES).of(PATRON),
            post("/desk/fees/{n}/charge", DECIDE_FEES).of(PATRON),
            get("/desk/lost", FIND_PERSON),
            get("/desk/lost.csv", FIND_PERSON),
            post("/desk/lost/settle", FIND_PERSON),
            get("/desk/inventory", LEND_DEVICES),
            get("/desk/inventory.csv", LEND_DEVICES),
            get("/desk/inventory.xlsx", LEND_DEVICES),
            get("/desk/inventory-add", LEND_DEVICES),
            post("/desk/inventory/new", LEND_DEVICES),
            get("/desk/inventory/{n}", LEND_DEVICES).of(DEVICE),
            get("/desk/inventory/{n}/edit", LEND_DEVICES).of(DEVICE),
            post("/desk/inventory/{n}/edit", LEND_DEVICES).of(DEVICE),
            post("/desk/inventory/{n}/change", LEND_DEVICES).of(DEVICE),
            get("/desk/inventory-models", LEND_DEVICES),
            get("/desk/inventory-model", LEND_DEVICES),
            get("/desk/inventory-model/{n}", LEND_DEVICES),
            post("/desk/inventory-models/save", LEND_DEVICES),
            get("/desk/inventory-bulk", LEND_DEVICES),
            post("/desk/inventory-bulk/look", LEND_DEVICES),
            post("/desk/inventory-bulk/do", LEND_DEVICES),
            get("/desk/inventory-labels", LEND_DEVICES),
            get("/desk/inventory-models.csv", LEND_DEVICES),
            get("/desk/inventory-models.xlsx", LEND_DEVICES),
            post("/desk/inventory/{n}/note", LEND_DEVICES).of(DEVICE),
            get("/desk/devices-today", LEND_DEVICES),
            get("/desk/audits", LEND_DEVICES),
            get("/desk/audits.csv", LEND_DEVICES),
            get("/desk/audits.xlsx", LEND_DEVICES),
            post("/desk/audits/start", LEND_DEVICES),
            get("/desk/audit/{n}", LEND_DEVICES).of(DEVICE_AUDIT),
            get("/desk/audit/{n}/lines.csv", LEND_DEVICES).of(DEVICE_AUDIT),
            post("/desk/audit/{n}/scan", LEND_DEVICES).of(DEVICE_AUDIT),
            post("/desk/audit/{n}/close", LEND_DEVICES).of(DEVICE_AUDIT),
            get("/desk/label-check", LEND_DEVICES),
            post("/desk/label-check/do", LEND_DEVICES),
            get("/desk/upkeep", LEND_DEVICES),
            get("/desk/upkeep.csv", LEND_DEVICES),
            get("/desk/upkeep.xlsx", LEND_DEVICES),
            post("/desk/upkeep/done", LEND_DEVICES),
            get("/desk/upkeep-plans", LEND_DEVICES),
            post("/desk/upkeep-plans/save", LEND_DEVICES),
            get("/desk/device-value", LEND_DEVICES),
            get("/desk/device-value.csv", LEND_DEVICES),
            get("/desk/device-value.xlsx", LEND_DEVICES),
            post("/desk/device-value/save", LEND_DEVICES),
            get("/desk/replacement-plan", LEND_DEVICES),
            get("/desk/replacement-plan.csv", LEND_DEVICES),
            get("/desk/replacement-plan.xlsx", LEND_DEVICES),
            get("/desk/accessories", LEND_DEVICES),
            get("/desk/accessories.csv", LEND_DEVICES),
            get("/desk/accessories.xlsx", LEND_DEVICES),
            post("/desk/accessories/change", LEND_DEVICES),
            get("/desk/accessories-owed", LEND_DEVICES),
            post("/desk/accessories-owed/change", LEND_DEVICES),
            get("/desk/assignments", LEND_DEVICES),
            get("/desk/assignments.csv", LEND_DEVICES),
            post("/desk/assignments/scan", LEND_DEVICES),
            post("/desk/assignments/change", LEND_DEVICES),
            get("/desk/assignments-bulk", LEND_DEVICES),
            post("/desk/assignments-bulk/look", LEND_DEVICES),
            post("/desk/assignments-bulk/do", LEND_DEVICES),
            get("/desk/agreements", LEND_DEVICES),
            get("/desk/agreements.csv", LEND_DEVICES),
            post("/desk/agreements/save", DESK_SETTINGS),
            get("/desk/person/{n}/agreements", LEND_DEVICES).of(PATRON),
            post("/desk/person/{n}/agreements", LEND_DEVICES).of(PATRON),
            get("/desk/inventory-move", LEND_DEVICES),
            post("/desk/inventory-move/scan", LEND_DEVICES),
            get("/desk/carts", RETURN_DEVICES),
            get("/desk/carts/{n}", RETURN_DEVICES).of(DEVICE),
            post("/desk/carts/{n}/change", LEND_DEVICES).of(DEVICE),
            post("/desk/carts/{n}/out", LEND_DEVICES).of(DEVICE),
            post("/desk/carts/{n}/back", RETURN_DEVICES).of(DEVICE),
            post("/desk/carts/{n}/scan", RETURN_DEVICES).of(DEVICE),
            get("/desk/collection", LEND_DEVICES),
            get("/desk/collection-letters", LEND_DEVICES),
            get("/desk/collection.csv", LEND_DEVICES),
            post("/desk/collection/change", LEND_DEVICES),
            post("/desk/collection/scan", LEND_DEVICES),
            post("/desk/inventory/{n}/repair", LEND_DEVICES).of(DEVICE),
            get("/desk/tickets", LEND_DEVICES),
            get("/desk/tickets.csv", LEND_DEVICES),
            get("/desk/testing", PREPARE_TESTING),
            get("/desk/testing-new", COORDINATE_TESTING),
            post("/desk/testing-new/form", COORDINATE_TESTING),
            get("/desk/testing/{n}", PREPARE_TESTING).of(TESTING_WINDOW),
            post("/desk/testing/{n}/cancel", COORDINATE_TESTING).of(TESTING_WINDOW),
            get("/desk/testing-rooms", SEAT_TESTING),
            get("/desk/testing-room/{n}", SEAT_TESTING).of(TESTING_ROOM),
            post("/desk/testing-room/{n}/seat", SEAT_TESTING).of(TESTING_ROOM),
            post("/desk/testing-room/{n}/change", COORDINATE_TESTING).of(TESTING_ROOM),
            post("/desk/testing-room/{n}/mark", PROCTOR).of(TESTING_ROOM),
            get("/desk/testing-room/{n}/sheet", SEAT_TESTING).of(TESTING_ROOM),
            get("/desk/testing-room/{n}/incidents", PROCTOR).of(TESTING_ROOM),
            post("/desk/testing-room/{n}/incidents", PROCTOR).of(TESTING_ROOM),
            post("/desk/testing-room/{n}/draft", PROCTOR).of(TESTING_ROOM),
            get("/desk/testing-room/{n}/report", PROCTOR).of(TESTING_ROOM),
            get("/desk/testing-devices", PREPARE_TESTING),
            post("/desk/testing-devices/look", PREPARE_TESTING),
            get("/desk/testing-programs", DESK_SETTINGS),
            post("/desk/testing-programs/change", DESK_SETTINGS),
            get("/desk/testing-coordinators", ADMINISTER),
            post("/desk/testing-coordinators/name", ADMINISTER),
            get("/desk/ticket/{n}", LEND_DEVICES).of(TICKET),
            post("/desk/ticket/{n}/change", LEND_DEVICES).of(TICKET),
            post("/desk/ticket/{n}/photo", LEND_DEVICES).of(TICKET),
            get("/desk/photo/{n}", LEND_DEVICES).of(PHOTO),
            post("/desk/inventory/{n}/photo", LEND_DEVICES).of(DEVICE),
            get("/desk/work-order", LEND_DEVICES),
            post("/desk/work-order/send", LEND_DEVICES),
            get("/desk/repair-parts", LEND_DEVICES),
            post("/desk/repair-parts/change", LEND_DEVICES),
            get("/desk/repair-policy", DESK_SETTINGS),
            post("/desk/repair-policy/save", DESK_SETTINGS),
            get("/desk/swap", LEND_DEVICES),
            post("/desk/swap/do", LEND_DEVICES),
            post("/desk/swap/back", LEND_DEVICES),
            post("/desk/swap/undo", LEND_DEVICES),
            get("/desk/preparation", LEND_DEVICES),
            post("/desk/preparation/done", LEND_DEVICES),
            get("/desk/session-books/{n}", CIRCULATE).of(CLASS_SESSION),
            post("/desk/session-books/{n}/change", CIRCULATE).of(CLASS_SESSION),
            post("/desk/session-books/{n}/scan", CIRCULATE).of(CLASS_SESSION),
            post("/desk/session-books/{n}/close", CIRCULATE).of(CLASS_SESSION),
            get("/desk/session-list/{n}", BOOK_SESSION).of(CLASS_SESSION),
            post("/desk/session-list/{n}/change", BOOK_SESSION).of(CLASS_SESSION),
            get("/desk/schedule-report", OVERRIDE_BOOKING),
            get("/desk/schedule-report.csv", OVERRIDE_BOOKING),
            get("/desk/maintenance", BOOK_MAINTENANCE),
            post("/desk/maintenance/book", BOOK_MAINTENANCE),
            post("/desk/maintenance/end", BOOK_MAINTENANCE),
            get("/desk/signs", OVERRIDE_BOOKING),
            post("/desk/signs/save", OVERRIDE_BOOKING),
            get("/desk/report", STAFF_PAGES),
            post("/desk/report/send", STAFF_PAGES),
            post("/desk/report/{n}/add", STAFF_PAGES).of(TICKET),
            get("/desk/rosters", IMPORT_ROSTER),
            post("/desk/rosters/upload", IMPORT_ROSTER),
            post("/desk/rosters/schools", IMPORT_ROSTER),
            get("/desk/roster/{n}", IMPORT_ROSTER).of(ROSTER),
            post("/desk/roster/{n}/columns", IMPORT_ROSTER).of(ROSTER),
            post("/desk/roster/{n}/commit", IMPORT_ROSTER).of(ROSTER),
            post("/desk/roster/{n}/discard", IMPORT_ROSTER).of(ROSTER),
            post("/desk/roster/{n}/undo", IMPORT_ROSTER).of(ROSTER),
            get("/desk/device-imports", IMPORT_DEVICES),
            post("/desk/device-imports/upload", IMPORT_DEVICES),
            get("/desk/device-import/{n}", IMPORT_DEVICES).of(DEVICE_IMPORT),
            post("/desk/device-import/{n}/columns", IMPORT_DEVICES).of(DEVICE_IMPORT),
            post("/desk/device-import/{n}/commit", IMPORT_DEVICES).of(DEVICE_IMPORT),
            post("/desk/device-import/{n}/discard", IMPORT_DEVICES).of(DEVICE_IMPORT),
            post("/desk/device-import/{n}/undo", IMPORT_DEVICES).of(DEVICE_IMPORT),
            get("/desk/device-imports/google.csv", IMPORT_DEVICES),
            get("/desk/device-imports/jamf.csv", IMPORT_DEVICES),
            get("/desk/discrepancies", IMPORT_DEVICES),
            get("/desk/discrepancies.csv", IMPORT_DEVICES),
            get("/desk/discrepancies.xlsx", IMPORT_DEVICES),
            post("/desk/discrepancies/settle", IMPORT_DEVICES),
            get("/desk/notices", FIND_PERSON),
            post("/desk/notices/change", FIND_PERSON),
            get("/desk/notice-strips", FIND_PERSON),
            post("/desk/notices/printed", FIND_PERSON),
            get("/desk/notice-texts", DESK_SETTINGS),
            post("/desk/notice-texts/save", ADMINISTER),
            post("/desk/notice-texts/times", ADMINISTER),
            get("/desk/school", DESK_SETTINGS),
            post("/desk/school/save", ADMINISTER),
            get("/desk/calendar", DESK_SETTINGS),
            post("/desk/calendar/change", ADMINISTER),
            get("/desk/timetable", DESK_SETTINGS),
            post("/desk/timetable/change", ADMINISTER),
            get("/schedule", STAFF_PAGES),
            get("/schedule/book", BOOK_SESSION),
            post("/schedule/book", BOOK_SESSION),
            post("/schedule/offer", BOOK_SESSION),
            get("/schedule/mine", HOLD_SESSION),
            get("/schedule/approvals", OVERRIDE_BOOKING),
            get("/schedule/session/{n}", SEE_SESSION).of(CLASS_SESSION),
            get("/schedule/session/{n}/change", BOOK_SESSION).of(CLASS_SESSION),
            post("/schedule/session/{n}/change", BOOK_SESSION).of(CLASS_SESSION),
            post("/schedule/session/{n}/move", BOOK_SESSION).of(CLASS_SESSION),
            post("/schedule/session/{n}/cancel", BOOK_SESSION).of(CLASS_SESSION),
            post("/schedule/session/{n}/claim", HOLD_SESSION).of(CLASS_SESSION),
            post("/schedule/session/{n}/decide", OVERRIDE_BOOKING).of(CLASS_SESSION),
            get("/desk/booking-resources", DESK_SETTINGS),
            post("/desk/booking-resources/change", DESK_SETTINGS),
            get("/desk/booking-policies", DESK_SETTINGS),
            post("/desk/booking-policies/change", DESK_SETTINGS),
            get("/desk/calendar-moves", DECIDE_FEES),
            post("/desk/calendar-moves/change", DECIDE_FEES),
            get("/desk/loan-counts", DESK_SETTINGS),
            get("/desk/loan-counts.csv", DESK_SETTINGS),
            get("/desk/loan-rules", DESK_SETTINGS),
            get("/desk/loan-rule", ADMINISTER),
            post("/desk/loan-rules/change", ADMINISTER),
            get("/desk/pin", FIND_PERSON),
            post("/desk/pin/set", FIND_PERSON),
            get("/desk/accounts", ADMINISTER).withFreshPassword(),
            post("/desk/accounts/new", ADMINISTER).withFreshPassword(),
            get("/desk/account/{n}", ADMINISTER).of(ACCOUNT).withFreshPassword(),
            post("/desk/account/{n}/change", ADMINISTER).of(ACCOUNT).withFreshPassword(),
            post("/desk/account/{n}/reset", ADMINISTER).of(ACCOUNT).withFreshPassword(),
            post("/desk/account/{n}/disable", ADMINISTER).of(ACCOUNT).withFreshPassword(),
            post("/desk/account/{n}/enable", ADMINISTER).of(ACCOUNT).withFreshPassword(),
            post("/desk/account/{n}/end-sessions", ADMINISTER).of(ACCOUNT).withFreshPassword(),
            get("/desk/programs", ADMINISTER).withFreshPassword(),
            get("/desk/programs/openapi.json", ADMINISTER),
            post("/desk/programs/new", ADMINISTER).withFreshPassword(),
            post("/desk/program/{n}/revoke", ADMINISTER).of(PROGRAM).withFreshPassword(),
            get("/desk/privacy", PRIVACY).withFreshPassword(),
            post("/desk/privacy/titles", PRIVACY).withFreshPassword(),
            get("/desk/privacy/{n}", PRIVACY).of(PATRON).withFreshPassword(),
            post("/desk/privacy/{n}/export", PRIVACY).of(PATRON).withFreshPassword(),
            post("/desk/privacy/{n}/erase", PRIVACY).of(PATRON).withFreshPassword());

    private AccessTable() {}

    public static List<AccessRow> rows() {
        return ROWS;
    }

    /** Whether the address is one for programs, there or not: nothing is said about it to who has no token. */
    public static boolean isForPrograms(String address) {
        return FOR_PROGRAMS.matcher(address).matches();
    }

    /** What an address answers, for an Allow header. */
    public static List<String> methods(String address) {
        return ROWS.stream()
                .filter(row -> row.matches(address))
                .map(row -> row.method().equals("GET") ? "GET, HEAD" : row.method())
                .distinct()
                .toList();
    }

    /** The row of an address; with a method that it does not answer the row of the address all the same. */
    public static Optional<AccessRow> find(String method, String address) {
        var rows = ROWS.stream().filter(row -> row.matches(address)).toList();
        return rows.stream().filter(row -> row.answers(method)).findFirst().or(() -> rows.stream()
                .findFirst());
    }
}
