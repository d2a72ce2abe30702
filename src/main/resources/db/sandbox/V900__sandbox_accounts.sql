-- The embedded mail system's accounts: one state for the emulated API, IMAP and SMTP. Only the sandbox profile has them.

create table sandbox_domain (
    name         varchar(190) primary key,
    service_type varchar(16)  not null,
    catch_all    varchar(254) not null
);

create table sandbox_mailbox (
    address       varchar(254) primary key,
    domain        varchar(190) not null,
    name          varchar(64)  not null,
    password_hash varchar(200) not null,
    enabled       boolean      not null,
    size_mb       integer      not null,
    created_at    timestamp(6) with time zone not null,
    last_login    timestamp(6) with time zone,
    deleted_at    timestamp(6) with time zone,
    -- Copies out of the profile, for the index's search.
    display_name  varchar(400) not null,
    custom_id     varchar(400) not null,
    profile       text         not null
);
create index sandbox_mailbox_domain on sandbox_mailbox (domain, name);

create table sandbox_alias (
    address varchar(254) primary key,
    domain  varchar(190) not null,
    name    varchar(64)  not null,
    members text         not null
);
create index sandbox_alias_domain on sandbox_alias (domain, name);

-- A scope is a domain, or one mailbox's address.
create table sandbox_spam_settings (
    scope    varchar(254) primary key,
    settings text not null
);

create table sandbox_sender_list (
    scope     varchar(254) not null,
    list_name varchar(16)  not null,
    entry     varchar(254) not null,
    primary key (scope, list_name, entry)
);
