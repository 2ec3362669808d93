-- What was searched for: words, day and what came of it. No person, device, address or time of day, ever; nothing that looks
-- like a card number, a PIN or an address. Words that few asked for are forgotten after a while, see SearchLogRules.
create table search_log (
    day date not null,
    -- normalised; empty for all the rare ones together
    terms varchar(100) not null,
    -- asked again with a filter, another page or the literal words
    refined boolean not null,
    times int unsigned not null,
    -- at the last time
    hits int unsigned not null,
    -- answered for other words than those typed
    corrected boolean not null,
    primary key (day, terms, refined),
    key search_log_terms (terms, day),
    check (times >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
