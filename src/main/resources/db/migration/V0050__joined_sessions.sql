-- What class sessions use of the rest: carts that were handed out, books that were pulled, and what signs may say. Instants are UTC.

-- A cart that went to the class which had booked it.
create table session_cart (
    session_id bigint unsigned not null,
    device_id bigint unsigned not null,
    -- that lent it: undoing it undoes this
    request_id uuid not null,
    out_at datetime(3) not null,
    back_at datetime(3) null,
    primary key (session_id, device_id),
    key session_cart_device (device_id, back_at),
    constraint session_cart_session foreign key (session_id) references class_session (id) on delete cascade,
    constraint session_cart_device foreign key (device_id) references device_record (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What is to be pulled for a class, in order.
create table session_book (
    session_id bigint unsigned not null,
    bib_id bigint unsigned not null,
    copies tinyint unsigned not null default 1,
    position smallint unsigned not null,
    primary key (session_id, bib_id),
    key session_book_bib (bib_id),
    constraint session_book_session foreign key (session_id) references class_session (id) on delete cascade,
    constraint session_book_bib foreign key (bib_id) references bib_record (id) on delete cascade,
    check (copies between 1 and 99)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Copies that stand on the cart of books of a class, or stood there.
create table pulled_copy (
    id bigint unsigned not null auto_increment primary key,
    session_id bigint unsigned not null,
    item_id bigint unsigned not null,
    pulled_at datetime(3) not null,
    ended_at datetime(3) null,
    -- back: on its shelf; freed: the session is called off; lent: somebody took it home; held: somebody waited for it;
    -- missing: it was not there afterwards; found: it turned up
    end_why enum ('back', 'freed', 'lent', 'held', 'missing', 'found') null,
    -- for one class at a time
    open_item bigint unsigned generated always as (if(ended_at is null, item_id, null)) stored,
    unique key pulled_copy_open (open_item),
    key pulled_copy_session (session_id, id),
    key pulled_copy_item (item_id),
    constraint pulled_copy_session foreign key (session_id) references class_session (id) on delete cascade,
    constraint pulled_copy_item foreign key (item_id) references item (id) on delete cascade,
    check ((ended_at is null) = (end_why is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Whether signs and kiosks of a site say who teaches, and which class it is. Without a row they do not.
create table sign_setting (
    site_id int unsigned not null primary key,
    names boolean not null default false,
    constraint sign_setting_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- For whoever shows copies: they are on no shelf.
create view item_pulled as select open_item as item_id from pulled_copy where open_item is not null;
