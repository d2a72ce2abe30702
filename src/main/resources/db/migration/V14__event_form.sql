-- How the actor of an event was authenticated, and a payload that can go while its hash still holds (ADR 20).
-- Events written before have none of the three: their hash is over the payload itself.

alter table case_event add column authenticated varchar(24);
alter table case_event add column salt varchar(32);
alter table case_event add column payload_digest varchar(64);
alter table case_event alter column payload drop not null;
