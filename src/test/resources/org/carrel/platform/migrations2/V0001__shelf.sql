create table shelf (id int primary key);
