package org.carrel.desk.web;

import java.util.List;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** Where the navigation of the staff pages leads, and what one must be allowed to do there. */
enum StaffPlaces {
    DESK("scan", "/desk/circulation", Operation.CIRCULATE, "/desk/circulation"),
    IMPORT("books", "/desk/import", Operation.IMPORT_MARC, "/desk/import", "/desk/doctor", "/desk/profile"),
    SEARCH("search", "/desk/search", Operation.DESK_SETTINGS, "/desk/search", "/desk/to-order", "/desk/works"),
    HOLDS("in", "/desk/holds", Operation.CIRCULATE, "/desk/hold", "/desk/title-holds"),
    PEOPLE("family", "/desk/people", Operation.FIND_PERSON, "/desk/people", "/desk/person", "/desk/clearance"),
    LOST("unknown", "/desk/lost", Operation.FIND_PERSON, "/desk/lost", "/desk/fees"),
    ROSTERS("school", "/desk/rosters", Operation.IMPORT_ROSTER, "/desk/roster"),
    NOTICES("mail", "/desk/notices", Operation.FIND_PERSON, "/desk/notice"),
    TOPICS("home", "/desk/topics", Operation.DESK_SETTINGS, "/desk/topic"),
    DEVICES("screen", "/desk/devices", Operation.DESK_SETTINGS, "/desk/device"),
    MAP("place", "/desk/shelf-map", Operation.DESK_SETTINGS, "/desk/shelf-map"),
    PIN("person", "/desk/pin", Operation.FIND_PERSON, "/desk/pin"),
    SCHOOL("school", "/desk/school", Operation.DESK_SETTINGS, "/desk/school", "/desk/calendar"),
    LOAN_RULES("out", "/desk/loan-rules", Operation.DESK_SETTINGS, "/desk/loan-rule"),
    ACCOUNTS("person", "/desk/accounts", Operation.ADMINISTER, "/desk/account"),
    PRIVACY("lock", "/desk/privacy", Operation.PRIVACY, "/desk/privacy");

    private final String icon;
    private final String path;
    private final Operation needs;
    private final List<String> addresses;

    StaffPlaces(String icon, String path, Operation needs, String... addresses) {
        this.icon = icon;
        this.path = path;
        this.needs = needs;
        this.addresses = List.of(addresses);
    }

    String icon() {
        return icon;
    }

    String path() {
        return path;
    }

    boolean isOpenTo(CurrentCaller caller) {
        return caller.may(needs);
    }

    boolean isAt(String address) {
        return addresses.stream().anyMatch(address::startsWith);
    }

    /** Where somebody starts: the first place that is open, or the own account. */
    static String first(CurrentCaller caller) {
        for (var place : values()) if (place.isOpenTo(caller)) return place.path();
        return SignInServlet.OWN_ACCOUNT;
    }
}
