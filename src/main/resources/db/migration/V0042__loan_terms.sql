-- The rules as they were when something was lent are the same for thousands of loans: they are kept once, and a loan says which.
create table loan_terms (
    id int unsigned not null auto_increment primary key,
    -- SHA-256 of the text
    digest binary(32) not null,
    -- the values of the rules and which rows they came from: JSON; never changed
    rule longtext character set utf8mb4 collate utf8mb4_bin not null check (json_valid(rule)),
    unique key loan_terms_digest (digest)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

insert into loan_terms (digest, rule) select distinct unhex(sha2(rule, 256)), rule from loan;

alter table loan add column terms_id int unsigned null after renewals;
update loan l join loan_terms t on t.digest = unhex(sha2(l.rule, 256)) set l.terms_id = t.id;
alter table loan modify column terms_id int unsigned not null;
alter table loan drop column rule;
alter table loan add constraint loan_terms foreign key (terms_id) references loan_terms (id);
