-- What taking a roster back needs beside the fields that changed, and lists whose columns a person has to tell first.

-- "mapping" is a plain list that waits for somebody to say which of its columns is which field.
alter table roster_run
    modify state enum ('planned', 'refused', 'discarded', 'committed', 'undone', 'mapping') not null,
    -- of a plain list: which of its columns is which field, as JSON; null for OneRoster
    add mapping longtext character set utf8mb4 collate utf8mb4_bin null;

alter table roster_line
    -- how the person was before, where no field says it
    add was_left_on date null,
    add was_missing_since date null,
    add was_source_id int unsigned null,
    add was_version int unsigned null,
    -- the person's version when the roster had been written; another one now: somebody was edited since
    add version_after int unsigned null;
