-- The case's facts. Everything here is stored once and derived from, never flagged twice (ADR 0002).

create table chain_head (
    case_id  varchar(36) primary key,
    sequence bigint      not null,
    hash     varchar(64) not null
);

create table case_event (
    case_id  varchar(36)  not null,
    sequence bigint       not null,
    at       varchar(30)  not null,
    actor    varchar(254) not null,
    type     varchar(64)  not null,
    payload  text         not null,
    previous varchar(64)  not null,
    hash     varchar(64)  not null,
    primary key (case_id, sequence)
);

create table incident (
    id                  varchar(36)  primary key,
    mailbox             varchar(254) not null,
    -- The mailbox while the case is open, null afterwards: one open case a mailbox, held by the database.
    open_mailbox        varchar(254) unique,
    status              varchar(24)  not null,
    severity            varchar(12)  not null,
    lock_out            varchar(32)  not null,
    -- OPEN, DISABLED or UNKNOWN: what the provider said when the report came in.
    access_before       varchar(12)  not null,
    reporter_user       varchar(64)  not null,
    reporter_name       varchar(200) not null,
    reporter_email      varchar(254),
    reporter_role       varchar(16)  not null,
    owner_name          varchar(200),
    owner_contact       varchar(254),
    note                text,
    reported_at         timestamp(6) with time zone not null,
    closed_at           timestamp(6) with time zone,
    process_instance_id varchar(64)  unique
);
create index incident_status on incident (status, reported_at);
create index incident_mailbox on incident (mailbox);

create table incident_symptom (
    incident_id varchar(36) not null references incident,
    symptom     varchar(32) not null,
    observed_at timestamp(6) with time zone not null,
    reported_by varchar(64) not null,
    primary key (incident_id, symptom)
);

create table incident_risk_factor (
    incident_id varchar(36) not null references incident,
    risk_factor varchar(32) not null,
    primary key (incident_id, risk_factor)
);

create table incident_colleague (
    incident_id varchar(36)  not null references incident,
    email       varchar(254) not null,
    primary key (incident_id, email)
);

create table attestation (
    id          varchar(36)  primary key,
    incident_id varchar(36)  not null references incident,
    kind        varchar(40)  not null,
    subject     varchar(300) not null,
    answer      varchar(64)  not null,
    reason      varchar(2000),
    actor       varchar(64)  not null,
    at          timestamp(6) with time zone not null,
    -- The event's sequence: what orders the facts of a case, as in each table that has it.
    position    bigint       not null
);
create index attestation_incident on attestation (incident_id, kind);

create table device (
    id          varchar(36)  primary key,
    incident_id varchar(36)  not null references incident,
    name        varchar(200) not null,
    kind        varchar(16)  not null,
    owner       varchar(200) not null,
    identifier  varchar(200),
    added_by    varchar(64)  not null,
    added_at    timestamp(6) with time zone not null,
    position    bigint       not null
);
create index device_incident on device (incident_id);

create table device_scan (
    id              varchar(36)  primary key,
    device_id       varchar(36)  not null references device,
    incident_id     varchar(36)  not null references incident,
    verdict         varchar(16)  not null,
    tool            varchar(200) not null,
    signatures_date timestamp(6) with time zone,
    started_at      timestamp(6) with time zone not null,
    finished_at     timestamp(6) with time zone not null,
    files_scanned   bigint       not null,
    findings        text         not null,
    reasons         text         not null,
    attested_by     varchar(64)  not null,
    recorded_at     timestamp(6) with time zone not null,
    position        bigint       not null
);
create index device_scan_incident on device_scan (incident_id, device_id);

create table device_disposition (
    id          varchar(36)   primary key,
    device_id   varchar(36)   not null references device,
    incident_id varchar(36)   not null references incident,
    kind        varchar(16)   not null,
    reason      varchar(2000) not null,
    actor       varchar(64)   not null,
    at          timestamp(6) with time zone not null,
    position    bigint        not null
);
create index device_disposition_incident on device_disposition (incident_id, device_id);

create table password_change (
    id            varchar(36) primary key,
    incident_id   varchar(36) not null references incident,
    epoch         int         not null,
    cause         varchar(24) not null,
    blocks        boolean     not null,
    requested_at  timestamp(6) with time zone not null,
    -- When the provider held the new password: what the void rule compares with the end of an infection.
    set_at        timestamp(6) with time zone,
    settled_at    timestamp(6) with time zone,
    verification  varchar(16) not null,
    verified_by   text        not null,
    credential_id varchar(36),
    unique (incident_id, epoch)
);

create table sealed_credential (
    id            varchar(36)  primary key,
    incident_id   varchar(36)  not null references incident,
    change_id     varchar(36)  not null unique references password_change,
    mailbox       varchar(254) not null,
    key_id        varchar(64)  not null,
    nonce         bytea,
    cipher_text   bytea,
    sealed_at     timestamp(6) with time zone not null,
    expires_at    timestamp(6) with time zone not null,
    offered_at    timestamp(6) with time zone,
    revealed_at   timestamp(6) with time zone,
    revealed_by   varchar(64),
    destroyed_at  timestamp(6) with time zone,
    destroyed_why varchar(16)
);
create index sealed_credential_incident on sealed_credential (incident_id);

create table access_change (
    id          varchar(36) primary key,
    incident_id varchar(36) not null references incident,
    access      varchar(12) not null,
    cause       varchar(32) not null,
    at          timestamp(6) with time zone not null,
    position    bigint      not null
);
create index access_change_incident on access_change (incident_id);

-- Forwarding, auto-reply, spam forwarding and aliases as found, and what became of each.
create table mailbox_setting (
    id          varchar(36)   primary key,
    incident_id varchar(36)   not null references incident,
    kind        varchar(24)   not null,
    content     varchar(4000) not null,
    state       varchar(12)   not null,
    decided_by  varchar(64),
    reason      varchar(2000),
    found_at    timestamp(6) with time zone not null,
    settled_at  timestamp(6) with time zone
);
create index mailbox_setting_incident on mailbox_setting (incident_id);

create table outbox_command (
    id            varchar(36)  primary key,
    case_id       varchar(36)  not null,
    step          varchar(40)  not null,
    epoch         int          not null,
    payload       text         not null,
    priority      int          not null,
    state         varchar(16)  not null,
    details       text         not null,
    attempts      int          not null,
    created_at    timestamp(6) with time zone not null,
    not_before    timestamp(6) with time zone not null,
    claimed_until timestamp(6) with time zone not null,
    claimed_by    varchar(64),
    first_failure timestamp(6) with time zone,
    settled_at    timestamp(6) with time zone,
    signalled_at  timestamp(6) with time zone,
    unique (case_id, step, epoch)
);
create index outbox_command_due on outbox_command (state, priority, not_before);
create index outbox_command_unsignalled on outbox_command (signalled_at, settled_at);

create table notice (
    id          varchar(36)  primary key,
    incident_id varchar(36)  not null references incident,
    recipient   varchar(254) not null,
    kind        varchar(24)  not null,
    channel     varchar(12)  not null,
    status      varchar(16)  not null,
    reason      varchar(400),
    queued_at   timestamp(6) with time zone not null,
    settled_at  timestamp(6) with time zone,
    unique (incident_id, recipient, kind)
);

create table evidence (
    id          varchar(64)  not null,
    incident_id varchar(36)  not null references incident,
    media_type  varchar(100) not null,
    size        bigint       not null,
    content     bytea        not null,
    added_by    varchar(64)  not null,
    added_at    timestamp(6) with time zone not null,
    primary key (incident_id, id)
);

create table origin (
    id             varchar(36)  primary key,
    incident_id    varchar(36)  not null references incident,
    evidence_id    varchar(64)  not null,
    return_path    varchar(254),
    originating_ip varchar(45),
    boundary       varchar(16)  not null,
    report         text         not null,
    was_source     varchar(8),
    judged_by      varchar(64),
    at             timestamp(6) with time zone not null
);
create index origin_incident on origin (incident_id);

create table block_entry (
    id          varchar(36)  primary key,
    incident_id varchar(36)  not null references incident,
    entry       varchar(254) not null,
    kind        varchar(12)  not null,
    level       varchar(12)  not null,
    state       varchar(16)  not null,
    caution     varchar(400),
    reason      varchar(2000),
    decided_by  varchar(64),
    proposed_at timestamp(6) with time zone not null,
    settled_at  timestamp(6) with time zone,
    expires_at  timestamp(6) with time zone,
    unique (incident_id, entry, level)
);

create table lesson_assignment (
    incident_id     varchar(36) not null references incident,
    lesson          varchar(64) not null,
    assigned_at     timestamp(6) with time zone not null,
    due_at          timestamp(6) with time zone not null,
    acknowledged_at timestamp(6) with time zone,
    acknowledged_by varchar(64),
    primary key (incident_id, lesson)
);
