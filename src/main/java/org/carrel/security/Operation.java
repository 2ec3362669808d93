package org.carrel.security;

/** What can be done with Carrel, as coarse as the school's rules about it: who may do it stands in the role matrix. */
public enum Operation {
    /** Search, records, availability, the map of the shelves. */
    SEARCH_CATALOG,
    /** See and change what belongs to the own account: password, sessions. */
    OWN_ACCOUNT,
    /** Own loans and holds, renewal. */
    OWN_LOANS,
    /** Open the staff pages at all. */
    STAFF_PAGES,
    /** Check out and in for others, by card. */
    CIRCULATE,
    /** Lend in spite of a block, with a reason. */
    OVERRIDE_LOAN,
    /** Find a person by name. */
    FIND_PERSON,
    /** Add and change people who borrow, their cards and blocks. */
    KEEP_PEOPLE,
    /** Lend, swap and repair devices. */
    LEND_DEVICES,
    /** Scan shelves in their order, and mark what is missing. */
    COUNT_SHELVES,
    /** Take devices back. */
    RETURN_DEVICES,
    /** See who has a title, and the titles that a person has. Each look is audited. */
    SEE_TITLES_OF_PERSON,
    /** See what a person owes, and take money for it. */
    TAKE_PAYMENTS,
    /** Say what is owed and what is not: charge, waive, give back, give up; with a reason. */
    DECIDE_FEES,
    /** Book a class session, wait for one, cancel. */
    BOOK_SESSION,
    /** Look at a session: who comes, when, with what, and what became of it. */
    SEE_SESSION,
    /** Teach a session that somebody else has booked. */
    HOLD_SESSION,
    /** Close a room or a cart for repair. */
    BOOK_MAINTENANCE,
    /** Approve, override a clash, black out; with a reason. */
    OVERRIDE_BOOKING,
    /** Testing windows, who is in which room, what a student is allowed: of librarians only those whom an administrator has named. */
    COORDINATE_TESTING,
    /** Run a test in a room: start and stop, incidents; as its proctor, or who coordinates tests. */
    PROCTOR,
    /** Who sits at which device in a testing room. */
    SEAT_TESTING,
    /** Whether devices are ready for tests, and which tests there are; of librarians only who coordinates tests. */
    PREPARE_TESTING,
    /** Write records and copies, one at a time. */
    CATALOG,
    IMPORT_MARC,
    /** Print labels of copies; their sheets, and how printers are off. */
    PRINT_LABELS,
    IMPORT_ROSTER,
    /** Take in exports of device management, and look at where they and our records differ. */
    IMPORT_DEVICES,
    /** Lists with names of people in them. */
    REPORT_NAMES,
    /** Screens of the library, words of the search. */
    DESK_SETTINGS,
    /** Export and erase a person, retention, the audit trail. */
    PRIVACY,
    /** Accounts, roles, sign-in elsewhere, policies. */
    ADMINISTER
}
