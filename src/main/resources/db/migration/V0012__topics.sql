-- The first page of the kiosks: topics that are saved searches, in their order. A row with removed_at is out of sight and can
-- be brought back for a while.
create table topic_tile (
    id int unsigned not null auto_increment primary key,
    version int unsigned not null default 1,
    position int unsigned not null,
    -- null: at all schools
    site_id int unsigned null,
    title_en varchar(40) not null,
    title_es varchar(40) not null,
    -- a TopicPicture, as icons.svg names it
    picture varchar(40) not null,
    -- what a page of results has in its address after the question mark: words, choices and order
    search varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    readers enum ('all', 'youngest') not null default 'all',
    as_shelf boolean not null default false,
    shown boolean not null default true,
    removed_at datetime(3) null,
    key topic_tile_position (position, id),
    constraint topic_tile_site foreign key (site_id) references site (id),
    check (title_en <> '' and title_es <> '' and picture <> '' and version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

insert into topic_tile (position, title_en, title_es, picture, search) values
    (1, 'Animals', 'Animales', 'animals', 'q=animals'),
    (2, 'Space', 'Espacio', 'space', 'q=space'),
    (3, 'Sports', 'Deportes', 'sports', 'q=sports'),
    (4, 'Graphic novels', 'Novelas gráficas', 'graphic-novels', 'kind=GRAPHIC_NOVEL'),
    (5, 'Scary stories', 'De miedo', 'scary', 'q=ghosts'),
    (6, 'Science', 'Ciencia', 'science', 'q=science'),
    (7, 'History', 'Historia', 'history', 'q=history'),
    (8, 'Art', 'Arte', 'art', 'q=art'),
    (9, 'Cooking', 'Cocina', 'cooking', 'q=cooking'),
    (10, 'Fantasy', 'Fantasía', 'fantasy', 'q=fantasy'),
    (11, 'True lives', 'Vidas reales', 'lives', 'q=biography'),
    (12, 'In Spanish', 'En español', 'spanish', 'lang=spa');

-- What readers looked for and the library should buy. How often it was asked for stands in search_log.
create table order_wish (
    -- as it is counted in search_log
    question varchar(100) not null primary key,
    wished_at datetime(3) not null default utc_timestamp(3),
    check (question <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
