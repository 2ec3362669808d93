-- The audit trail only grows. What concerns a person is encrypted with a key of that person, which is kept outside of the
-- database; a person stands in the trail under a pseudonym, which goes with the person's row.

-- 56 random bits: says nothing about the person, and nobody gets one that somebody else had.
alter table patron add column pseudonym bigint unsigned null;
update patron set pseudonym = cast(conv(hex(random_bytes(7)), 16, 10) as unsigned);
alter table patron
    modify column pseudonym bigint unsigned not null
        default (cast(conv(hex(random_bytes(7)), 16, 10) as unsigned)),
    add unique key patron_pseudonym (pseudonym);

-- The last event that was let go after its time, and its hash, from which the chain goes on.
alter table audit_head
    add column gone_id bigint unsigned not null default 0,
    add column gone_hash binary(32) not null default (unhex(repeat('00', 32)));
alter table audit_event add key audit_event_time (at);

delimiter //

create trigger audit_event_stays before update on audit_event for each row
    signal sqlstate '45000' set message_text = 'The audit trail only grows: no event can be changed'//

-- Events go only after audit_head says that they are gone, which the trail itself tells.
create trigger audit_event_is_kept before delete on audit_event for each row
begin
    if old.id > (select gone_id from audit_head where id = 1) then
        signal sqlstate '45000' set message_text = 'The audit trail only grows: no event can be taken out';
    end if;
end//

-- One event more, or older ones gone: nothing else.
create trigger audit_head_goes_on before update on audit_head for each row
begin
    if not (new.last_id = old.last_id + 1 and new.gone_id = old.gone_id and new.gone_hash = old.gone_hash
        or new.last_id = old.last_id and new.hash = old.hash
            and new.gone_id > old.gone_id and new.gone_id <= old.last_id) then
        signal sqlstate '45000' set message_text = 'The audit trail only grows: its end cannot be moved back';
    end if;
end//

create trigger audit_head_stays before delete on audit_head for each row
    signal sqlstate '45000' set message_text = 'The audit trail only grows: its end cannot be taken out'//

delimiter ;
