-- Labels of copies: which are to be printed, on which sheets, and how printers are off.

-- In the order of the numbers. A copy that is put there again gets a new number: what was printed before it changed is not right.
create table label_queued (
    id bigint unsigned not null auto_increment primary key,
    item_id bigint unsigned not null,
    unique key label_queued_item (item_id),
    constraint label_queued_item foreign key (item_id) references item (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Sheets of the school's own; those that are sold everywhere come with the program. All sizes in hundredths of a millimetre.
create table label_sheet (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    page_width int unsigned not null,
    page_height int unsigned not null,
    label_columns int unsigned not null,
    label_rows int unsigned not null,
    margin_left int unsigned not null,
    margin_top int unsigned not null,
    label_width int unsigned not null,
    label_height int unsigned not null,
    pitch_across int unsigned not null,
    pitch_down int unsigned not null,
    unique key label_sheet_name (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How far a printer, at its workstation, prints off: to the right and down in hundredths of a millimetre, its scale in tenths of a percent.
create table label_printer (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    move_right int not null,
    move_down int not null,
    scale int unsigned not null,
    unique key label_printer_name (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
