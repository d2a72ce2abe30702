-- What lists and figures over all cases read. All of it is derived from the facts and may be made anew at any time
-- (ADR 0018); no decision reads it. "Not yet" is null, and sorts behind every time.

create table case_summary (
    incident_id   varchar(36)  primary key references incident,
    mailbox       varchar(254) not null,
    status        varchar(24)  not null,
    severity      varchar(12)  not null,
    severity_rank int          not null,
    reported_at   timestamp(6) with time zone not null,
    closed_at     timestamp(6) with time zone,
    locked_out_at timestamp(6) with time zone,
    restored_at   timestamp(6) with time zone,
    -- From the report, in milliseconds.
    lock_out_ms   bigint,
    restore_ms    bigint,
    infected      boolean      not null
);
create index case_summary_reported on case_summary (reported_at, incident_id);
create index case_summary_closed on case_summary (closed_at, incident_id);
create index case_summary_lock_out on case_summary (lock_out_ms, incident_id);
create index case_summary_mailbox on case_summary (mailbox, incident_id);
create index case_summary_severity on case_summary (severity_rank, incident_id);
create index case_summary_status on case_summary (status, reported_at);
create index case_summary_locked_out on case_summary (locked_out_at, lock_out_ms);
create index case_summary_restored on case_summary (restored_at, restore_ms);

-- Who did something in the case, beyond reporting it.
create table case_worker (
    actor       varchar(254) not null,
    incident_id varchar(36)  not null,
    primary key (actor, incident_id)
);
create index case_worker_incident on case_worker (incident_id, actor);

-- The mailbox's address from each of its parts on, as bytes: a database's collation need not keep what begins alike together.
create table case_mailbox_part (
    part        bytea       not null,
    incident_id varchar(36) not null,
    primary key (part, incident_id)
);
create index case_mailbox_part_incident on case_mailbox_part (incident_id, part);

-- What past days, weeks (from Monday) and months came to, in UTC. A period's figures are written once, after its end.
create table case_period (
    unit      varchar(5)  not null,
    starts_on date        not null,
    measure   varchar(16) not null,
    cases     bigint      not null,
    median_ms bigint,
    p95_ms    bigint,
    primary key (unit, starts_on, measure)
);

-- How often the cases that ended on a day had been at an element of the main model.
create table passage_day (
    starts_on date        not null,
    element   varchar(64) not null,
    passages  bigint      not null,
    primary key (starts_on, element)
);

-- The first day whose figures are not written yet.
create table figures_until (
    name      varchar(16) primary key,
    next_day  date        not null
);
