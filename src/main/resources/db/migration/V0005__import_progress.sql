-- Since when the process at work is at an import, and how many records were done by then: for its rate and the time left.
alter table import_job
    add column run_began_at datetime(3) null,
    add column run_began_after int unsigned not null default 0;
