-- A scan that one person attests without a report proves nothing in a critical case until a second person confirms it
-- (ADR 0023). That person's word is a row of device_disposition.
alter table device_scan add column needs_second boolean default false not null;
