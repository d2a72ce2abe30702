-- Why an entry was suggested, whether the provider's list can say it, what stood there before us, and when to look again.
alter table block_entry add column why varchar(400);
alter table block_entry add column confidence varchar(8);
alter table block_entry add column would_hit varchar(400);
alter table block_entry add column by_hand boolean default false not null;
alter table block_entry add column stood_before boolean;
alter table block_entry add column review_at timestamp(6) with time zone;

-- Cases that one sender links are looked for by these three.
alter table origin add column message_id varchar(255);
create index origin_originating_ip on origin (originating_ip);
create index origin_return_path on origin (return_path);
create index origin_message_id on origin (message_id);
