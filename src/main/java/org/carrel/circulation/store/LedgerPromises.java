package org.carrel.circulation.store;

import java.util.List;

/** What holds for money (rule F6, I6), and the constraints by which the database itself keeps all promises of circulation. */
final class LedgerPromises {
    private LedgerPromises() {}

    static List<Promise> all() {
        return List.of(
                new Promise(
                        "Charge %s does not add up: more was paid, waived or given back than there was. Look at the fees of the "
                                + "person, and refund or charge the difference.",
                        """
                        select c.id from charge c join (select charge_id,
                                sum(case when kind in ('waiver', 'write_off', 'cancellation') then amount
                                         when kind = 'reinstatement' then -amount else 0 end) lowered,
                                sum(case when kind = 'payment' then amount when kind = 'refund' then -amount else 0 end) paid,
                                sum(delta) delta
                            from charge_entry group by charge_id) e on e.charge_id = c.id
                        where e.lowered < 0 or e.lowered > c.amount or e.paid < 0 or e.paid > c.amount
                            or e.delta <> -(e.lowered + e.paid)
                        """),
                new Promise(
                        "Receipt %s does not have the sum of its entries. Compare it with the last backup.",
                        "select a.id from fee_act a left join charge_entry e on e.act_id = a.id and e.kind = a.kind "
                                + "group by a.id, a.total having a.total <> coalesce(sum(e.amount), 0)"),
                new Promise(
                        "Receipt %s is of one person and pays for another. Compare it with the last backup.",
                        "select distinct a.id from fee_act a join charge_entry e on e.act_id = a.id "
                                + "join charge c on c.id = e.charge_id where a.patron_id <> c.patron_id"),
                new Promise(
                        "Request %s has paid more than once. Refund what was paid twice.",
                        "select request_id from fee_act group by request_id having count(*) > 1"),
                new Promise(
                        "Request %s has charged the same more than once. Waive what was charged twice.",
                        "select request_id from charge group by request_id, type having count(*) > 1"),
                new Promise(
                        "The database has lost its constraint %s. Restore the schema from a backup, or ask for help with the "
                                + "support bundle.",
                        missing(
                                "information_schema.statistics",
                                "c.table_schema = database() and c.index_name",
                                "loan_open_item",
                                "hold_once",
                                "held_copy_item",
                                "item_transfer_item",
                                "charge_once",
                                "fee_act_once",
                                "charge_entry_once",
                                "loan_claim_open",
                                "loan_claim_once",
                                "damage_report_once",
                                "notice_once")),
                new Promise(
                        "The database has lost its constraint %s. Restore the schema from a backup, or ask for help with the "
                                + "support bundle.",
                        missing(
                                "information_schema.table_constraints",
                                "c.table_schema = database() and c.constraint_name",
                                "loan_item",
                                "loan_patron",
                                "hold_patron",
                                "charge_patron",
                                "charge_entry_charge",
                                "charge_entry_act")),
                new Promise(
                        "The database has lost its trigger %s. Restore the schema from a backup, or ask for help with the "
                                + "support bundle.",
                        missing(
                                "information_schema.triggers",
                                "c.trigger_schema = database() and c.trigger_name",
                                "charge_is_kept",
                                "charge_stays",
                                "fee_act_is_kept",
                                "fee_act_stays",
                                "charge_entry_is_kept",
                                "charge_entry_stays",
                                "charge_entry_fits")));
    }

    private static String missing(String table, String where, String... names) {
        return "select w.name from (select '" + String.join("' name union select '", names)
                + "') w where not exists (select 1 from " + table + " c where " + where + " = w.name)";
    }
}
