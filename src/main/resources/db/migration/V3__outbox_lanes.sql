-- Each open command waits in exactly one queue (its step, and behind the effect the step's verification): one index serves
-- "the most urgent, then the oldest" of each queue, however long the others are (ADR 0007).

alter table outbox_command add column queue varchar(48);
alter table outbox_command add column accepted_at timestamp(6) with time zone;
alter table outbox_command add column unexpected int default 0 not null;

update outbox_command set queue = step where state in ('PLANNED', 'SENT');

drop index outbox_command_due;
create index outbox_command_queue on outbox_command (queue, priority desc, created_at, id, claimed_until);
