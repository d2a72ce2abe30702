-- When the administrators were asked whether a block that will end is still wanted; a renewal begins anew.
alter table block_entry add column review_asked_at timestamp(6) with time zone;
