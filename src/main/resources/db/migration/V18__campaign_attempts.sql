-- How often a row was tried, counted before each attempt: a row that always fails, or stops the process, comes to an end.
alter table campaign_row add column attempts int default 0 not null;
