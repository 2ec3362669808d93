-- What taking a merge back needs beside the ids that moved, and rosters of one site. Times are UTC.

alter table patron_merge
    -- how the one who went away was; null: merged before this was kept, and for good
    add was_status enum ('active', 'inactive', 'graduated') null,
    add was_left_on date null,
    add was_missing_since date null,
    add was_note text not null default '',
    add undone_at datetime(3) null,
    add undone_by varchar(100) null,
    -- once taken back, the same two may be merged again
    add open_merged_id bigint unsigned as (if(undone_at is null, merged_id, null)) persistent,
    add key patron_merge_of (merged_id),
    drop key patron_merge_merged,
    add unique key patron_merge_open (open_merged_id),
    add check ((undone_by is null) = (undone_at is null));

alter table roster_run
    -- the only site whose people it may touch, as whoever brought it administers no other; null: all sites
    add only_site_id int unsigned null,
    add constraint roster_run_site foreign key (only_site_id) references site (id);
