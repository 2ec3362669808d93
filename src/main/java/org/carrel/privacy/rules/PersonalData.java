package org.carrel.privacy.rules;

import static org.carrel.privacy.rules.PersonalTable.deleted;
import static org.carrel.privacy.rules.PersonalTable.stays;

import java.util.List;
import java.util.Map;

/**
 * Every column that says something about a person (rules PR-7 and PR-8). The export is made from this list, and so is the test of the
 * erasure; a test compares it with the tables that there are. A new column about people needs its place here.
 */
public final class PersonalData {
    private static final String OF_PATRON = "patron_id in (:people)";

    /** A person signs in by the user name or the address that the school's roster has; a student's is no account of staff. */
    private static final String ACCOUNTS = """
            (select a.id from account a join patron p on a.username in (lower(p.username), lower(p.email))
               and (p.category = 'student') = (a.role = 'student') where p.id in (:people))""";

    /** How consoles that manage devices call a person. */
    private static final String LOGINS = "(select lower(email) from patron where id in (:people) and email <> '' "
            + "union select lower(username) from patron where id in (:people) and username <> '')";

    private static final String SOURCED = "(select sourced_id from patron_source_key where patron_id in (:people))";

    private static final String TESTED = "(select id from testing_student where patron_id in (:people))";

    private static final List<PersonalTable> TABLES = List.of(
            deleted(
                    "patron",
                    "id in (:people)",
                    "id, identifier, username, email, given_name, middle_name, family_name, preferred_name, category, grade, "
                            + "homeroom, guardian_name, guardian_email, guardian_phone, status, left_on, missing_since, "
                            + "expires_on, note, local_fields, merged_into, created_at, changed_at",
                    "source_id, site_id, version, pseudonym"),
            deleted(
                    "patron_card",
                    OF_PATRON,
                    "number, status, from_roster, added_at, ended_at",
                    "id, patron_id, active_number"),
            deleted(
                    "patron_block",
                    OF_PATRON,
                    "reason, stops, until_on, set_by, set_at, lifted_by, lifted_at",
                    "id, patron_id"),
            deleted(
                    "loan",
                    OF_PATRON,
                    "item_id, lent_at, due_on, state, state_since, renewals, returned_at, ended",
                    "id, patron_id, site_id, zone, patron_category, grade, due_at, terms_id, checked_in_at, forget_at, version, "
                            + "open_item"),
            deleted(
                    "loan_event",
                    "loan_id in (select id from loan where patron_id in (:people))",
                    "at, kind, overridden, reason, due_before, due_after",
                    "id, loan_id, account_id"),
            deleted("desk_request", OF_PATRON, "at", "request_id, account_id, answer, loan_id, patron_id"),
            deleted("patron_pin", OF_PATRON, "set_at", "patron_id, pin_hash"),
            deleted(
                    "charge",
                    OF_PATRON,
                    "type, class, amount, reason, at",
                    "id, patron_id, loan_id, why, account_id, request_id"),
            deleted("fee_act", OF_PATRON, "kind, means, total, reason, at", "id, patron_id, account_id, request_id"),
            deleted(
                    "charge_entry",
                    "charge_id in (select id from charge where patron_id in (:people))",
                    "kind, amount",
                    "id, act_id, charge_id, delta"),
            deleted(
                    "loan_claim",
                    OF_PATRON,
                    "kind, claimed_at, said_by, resolved, resolved_at",
                    "id, loan_id, patron_id, account_id, request_id, resolved_by, resolved_request, open_loan"),
            deleted("patron_claims", OF_PATRON, "returned_count, never_had_count", "patron_id"),
            deleted(
                    "damage_report",
                    OF_PATRON,
                    "kind, note, reported_at, settled, settled_at",
                    "id, item_id, loan_id, patron_id, account_id, request_id, settled_by"),
            deleted(
                    "notice",
                    OF_PATRON,
                    "kind, about, day, way, state, created_at, done_at",
                    "id, dedupe_key, site_id, patron_id, account_id, not_before, attempts, claimed_at, address_key, problem, reply_code"),
            deleted(
                    "notice_part",
                    "notice_id in (select id from notice where patron_id in (:people))",
                    "",
                    "notice_id, what, ref_id"),
            deleted("patron_event", OF_PATRON, "happened_at, by_whom, kind, detail", "id, patron_id"),
            deleted("patron_source_key", OF_PATRON, "sourced_id, latest", "source_id, patron_id"),
            deleted("patron_word", OF_PATRON, "", "word, patron_id"),
            deleted(
                    "patron_merge",
                    "kept_id in (:people) or merged_id in (:people)",
                    "kept_id, merged_id, merged_at, by_whom, moved, was_status, was_left_on, was_missing_since, was_note, "
                            + "undone_at, undone_by",
                    "id, open_merged_id"),
            deleted(
                    "enrolment",
                    OF_PATRON,
                    "sourced_id, user_sourced_id, role, is_primary, begins_on, ends_on",
                    "id, source_id, class_id, patron_id"),
            deleted(
                    "hold",
                    OF_PATRON,
                    "id, bib_id, item_id, site_id, quantity, placed_at, suspended_until, state, ended_at, ended_why",
                    "patron_id, placed_by, place, forget_at, version, open_patron, only_item"),
            deleted(
                    "hold_event",
                    "hold_id in (select id from hold where patron_id in (:people))",
                    "hold_id, at, kind, item_id, reason, row_before, row_after",
                    "id, account_id"),
            deleted(
                    "roster_line",
                    "patron_id in (:people) or sourced_id in " + SOURCED,
                    "run_id, file_row, sourced_id, name, outcome, remarks, was_left_on, was_missing_since",
                    "number, patron_id, kept, was_source_id, was_version, version_after"),
            deleted(
                    "roster_field",
                    "(run_id, number) in (select run_id, number from roster_line where patron_id in (:people))",
                    "run_id, field, was, becomes",
                    "number"),
            deleted(
                    "roster_change",
                    "kind = 'enrolment' and exists (select 1 from patron_source_key k where k.patron_id in (:people) and "
                            + "(json_contains(was, json_quote(k.sourced_id)) or json_contains(becomes, json_quote(k.sourced_id))))",
                    "run_id, kind, sourced_id, was, becomes",
                    "number"),
            deleted(
                    "device_discrepancy",
                    OF_PATRON + " or stranger in " + LOGINS,
                    "kind, about, stranger, state, raised_at, closed_at, note",
                    "id, device_id, source, patron_id, raised_by_run, closed_by, closed_by_run"),
            deleted(
                    "device_assignment",
                    OF_PATRON,
                    "device_id, assigned_at, until_on, ended_at, end_reason, note",
                    "id, patron_id, room, assigned_by, ended_by, forget_after, open_device, request_id"),
            deleted(
                    "lent_accessory",
                    OF_PATRON,
                    "device_id, type_id, number, state, since",
                    "id, site_id, loan_id, assignment_id, counted, patron_id, charge_request"),
            deleted(
                    "agreement_answer",
                    OF_PATRON,
                    "agreement_id, version, accepted, way, signer_name, signature, at",
                    "id, patron_id, account_id, request_id"),
            deleted(
                    "handback_task",
                    OF_PATRON,
                    "device_id, agreement_id, opened_at",
                    "id, patron_id, closed_at, open_device"),
            deleted(
                    "container_out",
                    OF_PATRON,
                    "container_id, out_at, accepted, accepted_at, ended_at",
                    "id, loan_id, patron_id, way, request_id, out_by, ended_why, open_container"),
            deleted(
                    "repair_ticket",
                    OF_PATRON,
                    "id, device_id, thing, room, fault, description, state, opened_at, closed_at, cover, charge_cents",
                    "request_id, site_id, device_in, priority, reference, labor_minutes, bill_cents, condition_before, "
                            + "opened_by, closed_by, patron_id, loan_id, charge_request, version, open_device"),
            deleted(
                    "repair_event",
                    "note <> '' and ticket_id in (select id from repair_ticket where patron_id in (:people))",
                    "at, kind, note",
                    "id, ticket_id, account_id, was, becomes"),
            deleted(
                    "mdm_row",
                    "exists (select 1 from patron p where p.id in (:people) and (" + said("p.email") + " or "
                            + said("p.username") + "))",
                    "run_id, cells, label, changes, suspicions, was",
                    "number, mdm_key, serial_key, tag_key, outcome, device_id, remarks, kept"),
            deleted(
                    "account",
                    "role = 'student' and id in " + ACCOUNTS,
                    "username, display_name, role, created_at, changed_at, disabled_at",
                    "id, site_id, password_hash, code_hash, code_ends_at, demo, program"),
            deleted(
                    "account_session",
                    "account_id in " + ACCOUNTS,
                    "kind, created_at, last_used_at, proven_at, locked_at, ends_at",
                    "id, token_hash, account_id"),
            deleted("account_unlock", "account_id in " + ACCOUNTS, "changed_at", "account_id, pin_hash, badge_hash"),
            deleted("known_browser", "account_id in " + ACCOUNTS, "last_used_at", "token_hash, account_id"),
            deleted("account_identity", "account_id in " + ACCOUNTS, "issuer, subject, bound_at", "account_id"),
            deleted(
                    "device_last_user",
                    "user_name in (select username from patron where id in (:people) and username <> '' union all "
                            + "select email from patron where id in (:people) and email <> '')",
                    "device_id, source, user_name, since_at, seen_at",
                    ""),
            deleted("session_teacher", OF_PATRON, "account_id", "id, patron_id"),
            deleted(
                    "class_session",
                    "teacher_id in (select id from session_teacher where patron_id in (:people))",
                    "on_date, first_period, last_period, state, class_name, grade, heads, subject, purpose, topic, books, why, "
                            + "claimed_at, booked_at",
                    "id, site_id, kind, uid, sequence, teacher_id, class_id, starts_at, ends_at, series_id, series_on, displaced_by, "
                            + "version, request_id, booked_by, changed_at"),
            deleted("testing_student", OF_PATRON, "accommodations", "id, room_id, patron_id"),
            deleted(
                    "testing_seat",
                    "student_id in " + TESTED,
                    "device_id, seated_at, ended_at, why",
                    "id, student_id, account_id, keep_id, open_student"),
            deleted("testing_incident_student", "student_id in " + TESTED, "", "incident_id, student_id"),
            deleted(
                    "testing_incident",
                    "id in (select incident_id from testing_incident_student where student_id in " + TESTED + ")",
                    "at, noted_at, what, action",
                    "id, room_id, account_id, device_id, corrects, request_id"),
            deleted(
                    "testing_draft",
                    "exists (select 1 from testing_student t where t.patron_id in (:people) and find_in_set(t.id, students) > 0)",
                    "what, action, happened",
                    "room_id, account_id, tag, students, saved_at"),
            stays(
                    "audit_event",
                    "subject_kind = 'person' and subject_id in (select pseudonym from patron where id in (:people))"
                            + " or subject_kind = 'account' and subject_id in " + ACCOUNTS
                            + " or actor_id in " + ACCOUNTS,
                    "id, at, action, actor_id",
                    "subject_kind, subject_id, payload, payload_key, previous_hash, hash"),
            stays("view_alarm", "account_id in " + ACCOUNTS, "hour, kind, views", "account_id"));

    /** Columns that look as if they were about who borrows: what staff did, packed rows that go with their run, words of ours. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("calendar_move.moved_by", "staff"),
            Map.entry("device_keep.kept_by", "staff"),
            Map.entry("device_keep.released_by", "staff"),
            Map.entry("test_coordinator.account_id", "staff"),
            Map.entry("test_coordinator.named_by", "staff"),
            Map.entry("device_readiness.account_id", "staff"),
            Map.entry("testing_window.made_by", "staff"),
            Map.entry("testing_proctor.account_id", "staff"),
            Map.entry("testing_mark.account_id", "staff"),
            Map.entry("booking_resource.account_id", "staff"),
            Map.entry("session_series.teacher_id", "staff, by a row of session_teacher"),
            Map.entry("booking_offer.teacher_id", "staff, for a minute"),
            Map.entry("bib_edit.account_id", "staff: who wrote a version of a record"),
            Map.entry("item_edit.account_id", "staff: who wrote a version of a copy"),
            Map.entry("reading_list.account_id", "staff: who keeps a list"),
            Map.entry("cover.account_id", "staff: who has uploaded a cover"),
            Map.entry("authority_file.account_id", "staff: who took a file of authorities in"),
            Map.entry("heading_flip.account_id", "staff: who changed a heading everywhere"),
            Map.entry("heading_flip.undone_by", "staff"),
            Map.entry("session_event.account_id", "staff"),
            Map.entry("calendar_feed.account_id", "staff: whose calendar is read by an address"),
            Map.entry("session_mail_off.account_id", "staff: who wants no letters about sessions"),
            Map.entry("session_wait.teacher_id", "staff, by a row of session_teacher, until the day is over"),
            Map.entry("session_wait.account_id", "staff"),
            Map.entry("acting_for.teacher_id", "staff, by a row of session_teacher"),
            Map.entry("acting_for.account_id", "staff"),
            Map.entry("acting_for.set_by", "staff"),
            Map.entry("timetable_change.made_by", "staff"),
            Map.entry("timetable_change.undone_by", "staff"),
            Map.entry("calendar_move.undone_by", "staff"),
            Map.entry("accessory_move.account_id", "staff"),
            Map.entry("container_round.started_by", "staff"),
            Map.entry("container_round.closed_by", "staff"),
            Map.entry("container_round_scan.account_id", "staff"),
            Map.entry("kit_part_owed.settled_by", "staff"),
            Map.entry("collection_plan.made_by", "staff"),
            Map.entry("collection_scan.account_id", "staff"),
            Map.entry("collection_scan.homeroom", "how many things came in from a homeroom, not from whom"),
            Map.entry("agreement.patron_category", "whom an agreement is for"),
            Map.entry("agreement_version.published_by", "staff"),
            Map.entry("device_event.account_id", "staff"),
            Map.entry("repair_loaner.account_id", "staff"),
            Map.entry("repair_part_move.account_id", "staff"),
            Map.entry("device_photo.added_by", "staff"),
            Map.entry("device_audit.started_by", "staff"),
            Map.entry("device_audit.closed_by", "staff"),
            Map.entry("device_audit_scan.account_id", "staff"),
            Map.entry("device_audit_unknown.account_id", "staff"),
            Map.entry("shelf_inventory.started_by", "staff"),
            Map.entry("shelf_inventory.closed_by", "staff"),
            Map.entry("shelf_scan.account_id", "staff"),
            Map.entry("weeding_keep.account_id", "staff"),
            Map.entry("weeding_batch.account_id", "staff"),
            Map.entry("weeding_batch.undone_by", "staff"),
            Map.entry("record_batch.account_id", "staff"),
            Map.entry("record_batch.undone_by", "staff"),
            Map.entry("duplicate_dismissed.account_id", "staff"),
            Map.entry("upkeep_done.account_id", "staff"),
            Map.entry("device_meter.account_id", "staff"),
            Map.entry("loan_rule_version.saved_by", "staff"),
            Map.entry("roster_run.staged_by", "staff"),
            Map.entry("roster_run.committed_by", "staff"),
            Map.entry("roster_run.undone_by", "staff"),
            Map.entry("roster_run.confirmed_by", "staff"),
            Map.entry("mdm_run.staged_by", "staff"),
            Map.entry("mdm_run.committed_by", "staff"),
            Map.entry("mdm_run.undone_by", "staff"),
            Map.entry("roster_piece.bytes", "discarded with its run when a person of its source is erased"),
            Map.entry("program_token.account_id", "of a program, which is nobody"),
            Map.entry("roster_school.identifier", "of a school"),
            Map.entry("roster_school.sourced_id", "of a school"),
            Map.entry("site_setting.address", "of a school"),
            Map.entry("site_setting.phone", "of a school"),
            Map.entry("term.sourced_id", "of a term"),
            Map.entry("term.parent_sourced_id", "of a term"),
            Map.entry("school_class.sourced_id", "of a class"),
            Map.entry("notice_text.changed_by", "staff"),
            Map.entry("title_policy.changed_by", "staff"));

    private PersonalData() {}

    /** What an export says names the person somewhere in the text. */
    private static String said(String column) {
        return column + " <> '' and (locate(lower(" + column + "), lower(cells)) > 0 or locate(lower(" + column
                + "), lower(changes)) > 0 or locate(lower(" + column + "), lower(suspicions)) > 0 or locate(lower("
                + column
                + "), lower(coalesce(was, ''))) > 0)";
    }

    public static List<PersonalTable> tables() {
        return TABLES;
    }

    /** Whether somebody has thought about this column. */
    public static boolean knows(String table, String column) {
        return OTHERS.containsKey(table + "." + column)
                || TABLES.stream().anyMatch(known -> known.name().equals(table) && known.has(column));
    }

    /** What is known as no data of who borrows, with the reason; {@code table.column}. */
    public static Map<String, String> others() {
        return OTHERS;
    }
}
