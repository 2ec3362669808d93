alter table shelf add name varchar(100);
