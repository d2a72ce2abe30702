-- The public half of each key that ever signed here: what older checkpoints are checked with.
create table verifying_key (
    id    varchar(16) primary key,
    pem   varchar(300) not null,
    since timestamp(6) with time zone not null
);

-- Ends of chains that were mailed to the auditors, and until when: one row.
create table checkpoint_mail (
    id      int primary key,
    last_at timestamp(6) with time zone not null
);

-- A wish to purge a closed case of personal data, until a second person confirms it or it is withdrawn.
create table purge_request (
    incident_id  varchar(36)   primary key references incident,
    requested_by varchar(64)   not null,
    reason       varchar(500)  not null,
    requested_at timestamp(6) with time zone not null
);
alter table incident add column purged_at timestamp(6) with time zone;
