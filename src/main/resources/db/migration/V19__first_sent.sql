-- When a command was first handed to a worker: from then on its effect may have taken place, whatever came of the answer.
alter table outbox_command add column sent_at timestamp(6) with time zone;

-- Not known any more of those that were tried before: the earliest it can have been.
update outbox_command set sent_at = created_at where attempts > 0;
