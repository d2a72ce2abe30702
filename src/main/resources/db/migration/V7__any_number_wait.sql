-- Several branches of a case may wait for one command: who waits is looked for in the case.
alter table outbox_command drop column waiting_process;
