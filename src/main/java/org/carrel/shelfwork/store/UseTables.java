package org.carrel.shelfwork.store;

/** How often copies were used and when last: of a loan only that it was. */
final class UseTables {
    /** Beside item i; two marks, the site both times. */
    static final String JOINED = """
            left join (select o.item_id, count(*) as uses, max(o.lent_at) as last_at from loan o join item j on j.id = o.item_id
                where j.site_id = ? and coalesce(o.ended, '') <> 'undone' group by o.item_id) u on u.item_id = i.id
            left join (select r.item_id, sum(r.uses) as uses, max(r.last_at) as last_at from in_house_use r join item k on k.id = r.item_id
                where k.site_id = ? group by r.item_id) h on h.item_id = i.id
            """;

    private UseTables() {}
}
