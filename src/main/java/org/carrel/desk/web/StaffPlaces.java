package org.carrel.desk.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/**
 * Where the navigation of the staff pages leads, and what one must be allowed to do there. Places that belong together are
 * an {@link Area}: areas stand at the top of each page, the places of the one that is open below. Pages that few people need each
 * day stand within a place: in the row is that place, and they are on its pages.
 */
enum StaffPlaces {
    LEND(
            Area.DESK,
            "/desk/circulation",
            Operation.CIRCULATE,
            "/desk/circulation",
            "/desk/slip",
            "/desk/return-slip",
            "/desk/commands"),
    HOLDS(Area.DESK, "/desk/holds", Operation.CIRCULATE, "/desk/hold", "/desk/title-holds"),
    LOST(Area.DESK, "/desk/lost", Operation.FIND_PERSON, "/desk/lost", "/desk/fees"),
    NOTICES(Area.DESK, "/desk/notices", Operation.FIND_PERSON, "/desk/notice"),
    RECORDS(Area.CATALOG, "/desk/records", Operation.CATALOG),
    TITLES(RECORDS, "/desk/records", Operation.CATALOG, "/desk/record", "/desk/copy", "/desk/marc-help"),
    ADD(RECORDS, "/desk/add", Operation.CATALOG, "/desk/add", "/desk/copy-targets"),
    BATCH(RECORDS, "/desk/batch", Operation.CHANGE_CATALOG, "/desk/batch"),
    DUPLICATES(RECORDS, "/desk/duplicates", Operation.CHANGE_CATALOG, "/desk/duplicates", "/desk/merge"),
    WORKS(RECORDS, "/desk/works", Operation.DESK_SETTINGS, "/desk/works"),
    AUTHORITIES(RECORDS, "/desk/authorities", Operation.CATALOG, "/desk/authorit"),
    IMPORT(Area.CATALOG, "/desk/import", Operation.IMPORT_MARC),
    IMPORTS(IMPORT, "/desk/import", Operation.IMPORT_MARC, "/desk/import", "/desk/doctor"),
    PROFILES(IMPORT, "/desk/profiles", Operation.IMPORT_MARC, "/desk/profile"),
    SEARCH(Area.CATALOG, "/desk/search", Operation.DESK_SETTINGS),
    SEARCH_SETUP(SEARCH, "/desk/search", Operation.DESK_SETTINGS, "/desk/search"),
    TOPICS(SEARCH, "/desk/topics", Operation.DESK_SETTINGS, "/desk/topic"),
    LISTS(SEARCH, "/desk/lists", Operation.KEEP_LISTS, "/desk/list"),
    ORDER(SEARCH, "/desk/to-order", Operation.DESK_SETTINGS, "/desk/to-order"),
    LABELS(Area.CATALOG, "/desk/labels", Operation.PRINT_LABELS, "/desk/labels", "/desk/label-sheets"),
    SHELVES(Area.CATALOG, "/desk/shelf-inventory", Operation.COUNT_SHELVES),
    SHELF_INVENTORY(SHELVES, "/desk/shelf-inventory", Operation.COUNT_SHELVES, "/desk/shelf-inventory"),
    WEEDING(SHELVES, "/desk/weeding", Operation.DESK_SETTINGS, "/desk/weeding"),
    COLLECTION_REPORT(SHELVES, CollectionReportView.PAGE, Operation.DESK_SETTINGS, CollectionReportView.PAGE),
    SERIES_GAPS(SHELVES, SeriesGapsView.PAGE, Operation.DESK_SETTINGS, SeriesGapsView.PAGE),
    MAP(SHELVES, "/desk/shelf-map", Operation.DESK_SETTINGS, "/desk/shelf-map"),
    FIND(Area.PEOPLE, "/desk/people", Operation.FIND_PERSON, "/desk/people", "/desk/person"),
    PIN(Area.PEOPLE, "/desk/pin", Operation.FIND_PERSON, "/desk/pin"),
    CARDS(Area.PEOPLE, "/desk/people-cards", Operation.KEEP_PEOPLE, "/desk/people-cards"),
    CLEARANCE(Area.PEOPLE, "/desk/clearance", Operation.KEEP_PEOPLE, "/desk/clearance"),
    ROSTERS(Area.PEOPLE, "/desk/rosters", Operation.IMPORT_ROSTER, "/desk/roster"),
    WEEK(Area.SCHEDULE, "/schedule", Operation.STAFF_PAGES, "/schedule"),
    BOOK(Area.SCHEDULE, "/schedule/book", Operation.BOOK_SESSION, "/schedule/book"),
    MY_SESSIONS(Area.SCHEDULE, "/schedule/mine", Operation.HOLD_SESSION),
    COMING(MY_SESSIONS, "/schedule/mine", Operation.HOLD_SESSION, "/schedule/mine"),
    SERIES(MY_SESSIONS, "/schedule/series", Operation.BOOK_SESSION, "/schedule/series"),
    WAITING(MY_SESSIONS, "/schedule/waiting", Operation.BOOK_SESSION, "/schedule/waiting"),
    SUBSTITUTE(MY_SESSIONS, "/schedule/substitute", Operation.HOLD_SESSION, "/schedule/substitute"),
    CALENDARS(MY_SESSIONS, "/schedule/calendar", Operation.STAFF_PAGES, "/schedule/calendar"),
    APPROVALS(Area.SCHEDULE, "/schedule/approvals", Operation.OVERRIDE_BOOKING, "/schedule/approvals"),
    PREPARATION(
            Area.SCHEDULE,
            "/desk/preparation",
            Operation.LEND_DEVICES,
            "/desk/preparation",
            "/desk/session-books",
            "/desk/session-list"),
    TESTS(Area.SCHEDULE, "/desk/testing", Operation.PREPARE_TESTING),
    TESTING(TESTS, "/desk/testing", Operation.PREPARE_TESTING, "/desk/testing", "/desk/testing-new"),
    TESTING_ROOMS(TESTS, "/desk/testing-rooms", Operation.SEAT_TESTING, "/desk/testing-room"),
    TESTING_DEVICES(TESTS, "/desk/testing-devices", Operation.PREPARE_TESTING, "/desk/testing-devices"),
    SCHEDULE_REPORT(
            Area.SCHEDULE, "/desk/schedule-report", Operation.OVERRIDE_BOOKING, "/desk/schedule-report", "/desk/signs"),
    SCHEDULE_SETUP(Area.SCHEDULE, "/desk/booking-resources", Operation.DESK_SETTINGS),
    BOOKING_RESOURCES(SCHEDULE_SETUP, "/desk/booking-resources", Operation.DESK_SETTINGS, "/desk/booking-resources"),
    BOOKING_POLICIES(SCHEDULE_SETUP, "/desk/booking-policies", Operation.DESK_SETTINGS, "/desk/booking-policies"),
    MAINTENANCE(SCHEDULE_SETUP, "/desk/maintenance", Operation.BOOK_MAINTENANCE, "/desk/maintenance"),
    TIMETABLE(SCHEDULE_SETUP, "/desk/timetable", Operation.DESK_SETTINGS, "/desk/timetable"),
    SUBSTITUTES(SCHEDULE_SETUP, "/desk/substitutes", Operation.OVERRIDE_BOOKING, "/desk/substitutes"),
    TESTING_PROGRAMS(SCHEDULE_SETUP, "/desk/testing-programs", Operation.DESK_SETTINGS, "/desk/testing-programs"),
    TESTING_COORDINATORS(
            SCHEDULE_SETUP, "/desk/testing-coordinators", Operation.ADMINISTER, "/desk/testing-coordinators"),
    DEVICES_TODAY(
            Area.EQUIPMENT,
            "/desk/devices-today",
            Operation.LEND_DEVICES,
            "/desk/devices-today",
            "/desk/device-value",
            "/desk/replacement-plan"),
    INVENTORY(Area.EQUIPMENT, "/desk/inventory", Operation.LEND_DEVICES, "/desk/inventory"),
    ASSIGNMENTS(Area.EQUIPMENT, "/desk/assignments", Operation.LEND_DEVICES, "/desk/assignments"),
    AGREEMENTS(Area.EQUIPMENT_SETUP, "/desk/agreements", Operation.LEND_DEVICES, "/desk/agreements"),
    DEVICE_MODELS(Area.EQUIPMENT_SETUP, "/desk/inventory-models", Operation.LEND_DEVICES, "/desk/inventory-model"),
    AUDITS(Area.EQUIPMENT, "/desk/audits", Operation.LEND_DEVICES, "/desk/audit", "/desk/label-check"),
    UPKEEP(Area.EQUIPMENT, "/desk/upkeep", Operation.LEND_DEVICES, "/desk/upkeep"),
    DEVICE_BULK(Area.EQUIPMENT_SETUP, "/desk/inventory-bulk", Operation.LEND_DEVICES, "/desk/inventory-bulk"),
    DEVICE_LABELS(Area.EQUIPMENT_SETUP, "/desk/inventory-labels", Operation.LEND_DEVICES, "/desk/inventory-labels"),
    ACCESSORIES(Area.EQUIPMENT_SETUP, "/desk/accessories", Operation.LEND_DEVICES, "/desk/accessories"),
    CARTS(Area.EQUIPMENT, "/desk/carts", Operation.RETURN_DEVICES, "/desk/carts"),
    COLLECTION(Area.EQUIPMENT, "/desk/collection", Operation.LEND_DEVICES, "/desk/collection"),
    TICKETS(
            Area.EQUIPMENT,
            "/desk/tickets",
            Operation.LEND_DEVICES,
            "/desk/ticket",
            "/desk/work-order",
            "/desk/report"),
    SWAP(Area.EQUIPMENT, "/desk/swap", Operation.LEND_DEVICES, "/desk/swap"),
    REPAIR_PARTS(Area.EQUIPMENT_SETUP, "/desk/repair-parts", Operation.LEND_DEVICES, "/desk/repair-parts"),
    REPAIR_POLICY(Area.EQUIPMENT_SETUP, "/desk/repair-policy", Operation.DESK_SETTINGS, "/desk/repair-policy"),
    DEVICE_IMPORTS(Area.EQUIPMENT_SETUP, "/desk/device-imports", Operation.IMPORT_DEVICES, "/desk/device-import"),
    DISCREPANCIES(Area.EQUIPMENT_SETUP, "/desk/discrepancies", Operation.IMPORT_DEVICES, "/desk/discrepancies"),
    SITES(Area.SCHOOL, "/desk/school", Operation.DESK_SETTINGS, "/desk/school"),
    CALENDAR(Area.SCHOOL, "/desk/calendar", Operation.DESK_SETTINGS, "/desk/calendar"),
    COUNTS(Area.SCHOOL, "/desk/loan-counts", Operation.DESK_SETTINGS, "/desk/loan-counts"),
    LOAN_RULES(Area.SCHOOL, "/desk/loan-rules", Operation.DESK_SETTINGS, "/desk/loan-rule"),
    DEVICES(Area.SCHOOL, "/desk/devices", Operation.DESK_SETTINGS, "/desk/device"),
    ACCOUNTS(Area.SCHOOL, "/desk/accounts", Operation.ADMINISTER, "/desk/account"),
    PROGRAMS(Area.SCHOOL, "/desk/programs", Operation.ADMINISTER, "/desk/program"),
    DATA(Area.PRIVACY, "/desk/privacy", Operation.PRIVACY, "/desk/privacy");

    /** Places that belong together, in the order in which they stand; one that has no open place is not shown. */
    enum Area {
        /** Lending and taking back. */
        DESK,
        CATALOG,
        PEOPLE,
        /** Sessions of classes, and tests. */
        SCHEDULE,
        /** Devices; what is called so in addresses are screens. */
        EQUIPMENT,
        /** What devices go by, and what is done for many of them at once. */
        EQUIPMENT_SETUP,
        SCHOOL,
        PRIVACY;

        /** Those of its places that are open, in their order. What is within a place that is closed stands for itself. */
        List<StaffPlaces> places(CurrentCaller caller) {
            return Arrays.stream(StaffPlaces.values())
                    .filter(place -> place.area == this && place.isOpenTo(caller))
                    .filter(place -> place.within
                            .filter(around -> around.isOpenTo(caller))
                            .isEmpty())
                    .toList();
        }
    }

    private final Area area;
    private final Optional<StaffPlaces> within;
    private final String path;
    private final Operation needs;
    private final List<String> addresses;

    StaffPlaces(Area area, String path, Operation needs, String... addresses) {
        this(area, Optional.empty(), path, needs, addresses);
    }

    StaffPlaces(StaffPlaces within, String path, Operation needs, String... addresses) {
        this(within.area, Optional.of(within), path, needs, addresses);
    }

    StaffPlaces(Area area, Optional<StaffPlaces> within, String path, Operation needs, String... addresses) {
        this.area = area;
        this.within = within;
        this.path = path;
        this.needs = needs;
        this.addresses = List.of(addresses);
    }

    Area area() {
        return area;
    }

    String path() {
        return path;
    }

    /** The place in the row that this one belongs to, which may be itself. */
    private StaffPlaces around() {
        return within.orElse(this);
    }

    /** Whether this place of the row, or what is within it, is that one. */
    boolean holds(StaffPlaces place) {
        return place == this || place.around() == this;
    }

    /** What stands within the same place as this one, as far as it is open; empty where the place is one page. */
    List<StaffPlaces> parts(CurrentCaller caller) {
        var around = around();
        return around.isOpenTo(caller)
                ? Arrays.stream(values())
                        .filter(place -> place.within.filter(around::equals).isPresent() && place.isOpenTo(caller))
                        .toList()
                : List.of();
    }

    private boolean isOpenTo(CurrentCaller caller) {
        return caller.may(needs);
    }

    /** The place that an address belongs to: the one that says most of it. Empty for pages that have none. */
    static Optional<StaffPlaces> at(String address) {
        return Arrays.stream(values())
                .filter(place -> place.said(address) > 0)
                .max(Comparator.comparingInt(place -> place.said(address)));
    }

    private int said(String address) {
        return addresses.stream()
                .filter(address::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Where somebody starts: the first place that is open, or the own account. Lists are nobody's daily work. */
    static String first(CurrentCaller caller) {
        return Arrays.stream(Area.values())
                .flatMap(area -> area.places(caller).stream())
                .filter(place -> place != LISTS)
                .map(StaffPlaces::path)
                .findFirst()
                .orElse(SignInServlet.OWN_ACCOUNT);
    }
}
