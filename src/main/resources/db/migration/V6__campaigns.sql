-- Many mailboxes at once. A campaign is stored whole before its first case is opened, so that a kill loses no row.

create table campaign (
    id           varchar(36) primary key,
    submitted_by varchar(64) not null,
    submitted_at timestamp(6) with time zone not null,
    total        int         not null
);

create table campaign_row (
    campaign_id varchar(36)  not null references campaign,
    row_number  int          not null,
    mailbox     varchar(254) not null,
    outcome     varchar(12)  not null,
    reason      varchar(24),
    incident_id varchar(36)  references incident,
    -- What it said, until it is taken in: from then on its case has that.
    report      text,
    primary key (campaign_id, row_number)
);
create index campaign_row_pending on campaign_row (outcome, campaign_id, row_number);
create index campaign_row_incident on campaign_row (incident_id);

-- Cases that no process works yet: looked for every second, among many that have one.
create index incident_unworked on incident (process_instance_id, open_mailbox);

-- Which process waits for the command: looked for by its id, not among all that wait.
alter table outbox_command add column waiting_process varchar(64);
