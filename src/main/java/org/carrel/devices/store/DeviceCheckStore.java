package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;

/** Invariants of devices that the database can check by itself. Most hold by the schema; a restored dump may have lost that. */
public final class DeviceCheckStore {
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put(
                "Asset tag %s is on more than one device. Give all but one a new label (V4).",
                "select asset_tag from device_record where asset_tag is not null group by asset_tag having count(*) > 1");
        QUERIES.put(
                "Serial %s is of more than one device of its manufacturer. Look which of them there is (V4).",
                "select serial_key from device_record where serial_key is not null group by manufacturer, serial_key "
                        + "having count(*) > 1");
        QUERIES.put(
                "Device %s has another barcode than its asset tag. Open it and save its tag again.",
                "select d.id from device_record d join item i on i.id = d.item_id "
                        + "where not (i.barcode <=> d.asset_tag collate utf8mb4_bin)");
        QUERIES.put(
                "Asset tag %s is on a device and was used up by another. Give the device a new label (V3).",
                "select d.asset_tag from device_record d join device_old_tag o on o.asset_tag = d.asset_tag");
        QUERIES.put(
                "Device %s is no copy of the title of its model. Compare it with the last backup.",
                "select d.id from device_record d left join item i on i.id = d.item_id join device_model m on m.id = d.model_id "
                        + "where i.id is null or i.bib_id <> m.bib_id");
        QUERIES.put(
                "Device %s is lent by another item type than its model says. Save its model once more.",
                "select d.id from device_record d join item i on i.id = d.item_id join device_model m on m.id = d.model_id "
                        + "where not (i.item_type_id <=> m.item_type_id)");
        QUERIES.put(
                "Device %s has another manufacturer than its model. Save its model once more.",
                "select d.id from device_record d join device_model m on m.id = d.model_id "
                        + "where d.manufacturer <> m.manufacturer");
        QUERIES.put(
                "Device %s is retired and still counts as ours, or the other way round. Set its condition once more (V3).",
                "select d.id from device_record d join item i on i.id = d.item_id "
                        + "where (d.device_condition = 'retired') <> (i.withdrawn_on is not null)");
        QUERIES.put(
                "Device %s could be lent in its condition. Set its condition once more (V1).",
                "select d.id from device_record d join item i on i.id = d.item_id "
                        + "where i.lendable and d.device_condition not in ('ready', 'missing')");
        QUERIES.put(
                "Device %s is retired and on loan. Check it in (V3).",
                "select d.id from device_record d join item_on_loan l on l.item_id = d.item_id "
                        + "where d.device_condition = 'retired'");
        QUERIES.put(
                "Copy %s is of a device model and has no device record. Withdraw it, or compare it with the last backup.",
                "select i.id from item i join device_model m on m.bib_id = i.bib_id "
                        + "left join device_record d on d.item_id = i.id where d.id is null");
        QUERIES.put(
                "Model %s has a title that can be found by match keys. Ask for help with the support bundle.",
                "select m.id from device_model m join bib_key k on k.bib_id = m.bib_id group by m.id");
        QUERIES.put(
                "Audit %s is closed and says nothing of something that was scanned. Compare it with the last backup (B67).",
                "select distinct a.id from device_audit a join device_audit_scan n on n.audit_id = a.id "
                        + "left join device_audit_line l on l.audit_id = a.id and l.device_id = n.device_id "
                        + "where a.state = 'closed' and l.audit_id is null");
        QUERIES.put(
                "Audit %s calls something missing that was scanned. Audit the place again (B67).",
                "select distinct l.audit_id from device_audit_line l join device_audit_scan n on n.audit_id = l.audit_id "
                        + "and n.device_id = l.device_id where l.outcome in ('missing', 'elsewhere')");
        QUERIES.put(
                "Audit %s has a result and is not closed. Compare it with the last backup (B67).",
                "select distinct a.id from device_audit a join device_audit_line l on l.audit_id = a.id "
                        + "where a.state <> 'closed'");
        QUERIES.put(
                "Plan %s goes by hours and was done once without a reading of the meter. Read the meter and do it again.",
                "select distinct p.id from upkeep_plan p join upkeep_done u on u.plan_id = p.id "
                        + "where p.every_hours is not null and p.every_days is null and u.meter_hours is null "
                        + "and u.id = (select max(x.id) from upkeep_done x where x.plan_id = p.id and x.device_id = u.device_id)");
        QUERIES.put(
                "Devices of category %s have no rule of depreciation. Compare with the last backup.",
                "select distinct m.category from device_model m left join depreciation_rule r on r.category = m.category "
                        + "where r.category is null");
        QUERIES.put(
                "There are fewer than none of accessory %s. Count it (V6).",
                "select type_id from accessory_stock where quantity < 0");
        QUERIES.put(
                "The count of accessory %s is not the sum of its changes. Count it.",
                "select k.type_id from accessory_stock k left join accessory_move m on m.type_id = k.type_id "
                        + "and m.site_id = k.site_id group by k.type_id, k.site_id, k.quantity "
                        + "having k.quantity <> coalesce(sum(m.quantity), 0)");
        QUERIES.put(
                "Device %s is assigned for the year and on loan. Check it in, or end the assignment (V2).",
                "select d.id from device_assignment y join device_record d on d.id = y.open_device "
                        + "join item_on_loan l on l.item_id = d.item_id");
        QUERIES.put(
                "Accessory %s is out with a loan or an assignment that is over. Hand it in at the list of what is owed (V6).",
                "select a.id from lent_accessory a left join loan l on l.id = a.loan_id "
                        + "left join device_assignment y on y.id = a.assignment_id "
                        + "where a.state = 'out' and (l.ended = 'returned' or y.ended_at is not null)");
        QUERIES.put(
                "Assignment %s is of a person and of a room. End it and assign the device once more.",
                "select id from device_assignment where ended_at is null and (patron_id is null) = (room = '')");
        QUERIES.put(
                "Device %s has slots and is neither a cart nor a kit. Take out what is in them (Q5).",
                "select distinct c.container_id from container_slot c join device_record d on d.id = c.container_id "
                        + "join device_model m on m.id = d.model_id where m.category not in ('cart', 'kit')");
        QUERIES.put(
                "Device %s is deeper than a kit in a cart, or inside itself. Take it out of its slot (Q5).",
                "select c.device_id from container_slot k join container_slot c on c.container_id = k.device_id "
                        + "join container_slot x on x.container_id = c.device_id where c.device_id is not null");
        QUERIES.put(
                "Cart %s is on loan and nobody has written down what went with it. Check it in (Q1).",
                "select d.id from device_record d join device_model m on m.id = d.model_id and m.category in ('cart', 'kit') "
                        + "join item_on_loan l on l.item_id = d.item_id and l.state = 'out' "
                        + "join container_slot s on s.container_id = d.id "
                        + "left join container_out u on u.open_container = d.id where u.id is null group by d.id");
        QUERIES.put(
                "Cart %s is back, and no return of it is open. Check it out and in again (Q3).",
                "select u.container_id from container_out u left join loan l on l.id = u.loan_id and l.ended is null "
                        + "left join container_round r on r.open_container = u.container_id and r.kind = 'in' "
                        + "where u.ended_at is null and l.id is null and r.id is null");
        QUERIES.put(
                "Device %s is on loan by itself and counted as gone with its cart. Check it in (Q1).",
                "select o.device_id from container_out_item o join device_record d on d.id = o.device_id "
                        + "join item_on_loan l on l.item_id = d.item_id where o.open_device is not null");
        QUERIES.put(
                "Somebody owes things of cart %s, and nobody knows who. Look for them and settle it (Q3).",
                "select u.container_id from container_out u where u.patron_id is null and "
                        + "(exists (select 1 from container_out_item o where o.out_id = u.id and o.state in ('out', 'owed')) "
                        + "or exists (select 1 from kit_part_owed p where p.out_id = u.id and p.settled_at is null))");
        QUERIES.put(
                "Device %s has more than one open ticket. Close all but one.",
                "select device_id from repair_ticket where closed_at is null and device_id is not null "
                        + "group by device_id having count(*) > 1");
        QUERIES.put(
                "Loan %s is a loaner's without a due date, and its repair is over. Check it in (V2).",
                "select l.id from repair_loaner r join loan l on l.id = r.loan_id join repair_ticket t on t.id = r.ticket_id "
                        + "where l.ended is null and l.state = 'out' and l.due_at is null and t.closed_at is not null");
        QUERIES.put(
                "There are fewer than none of spare part %s. Count it (V6).",
                "select type_id from repair_part_stock where quantity < 0");
        QUERIES.put(
                "The count of spare part %s is not the sum of its changes. Count it.",
                "select k.type_id from repair_part_stock k left join repair_part_move m on m.type_id = k.type_id "
                        + "and m.site_id = k.site_id group by k.type_id, k.site_id, k.quantity "
                        + "having k.quantity <> coalesce(sum(m.quantity), 0)");
        QUERIES.put(
                "Ticket %s has more parts put back than used. Compare it with the last backup.",
                "select ticket_id from repair_part_move where ticket_id is not null group by ticket_id, type_id "
                        + "having sum(quantity) > 0");
    }

    /** One sentence for each broken promise, at most a thousand of a kind. */
    public List<String> findBroken(Connection connection) throws SQLException {
        var broken = new ArrayList<String>();
        for (var query : QUERIES.entrySet()) {
            Sql.list(connection, query.getValue() + " limit 1000", row -> row.getString(1))
                    .forEach(what -> broken.add(query.getKey().formatted(what)));
        }
        return broken;
    }
}
