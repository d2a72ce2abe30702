-- The organisation's devices (ADR 0015). One stands once, however many people use it: by its identifier, in small letters.

create table inventory_device (
    identifier_key varchar(200) primary key,
    identifier     varchar(200) not null,
    name           varchar(200) not null,
    kind           varchar(16)  not null,
    owner          varchar(200) not null,
    managed        boolean      not null,
    imported_by    varchar(64)  not null,
    imported_at    timestamp(6) with time zone not null
);

-- Which mailboxes are used on it.
create table inventory_use (
    identifier_key varchar(200) not null references inventory_device,
    mailbox        varchar(254) not null,
    primary key (identifier_key, mailbox)
);
create index inventory_use_mailbox on inventory_use (mailbox);

-- The same device in several cases; those of cases from before stay on their own.
alter table device add column identifier_key varchar(200);
create index device_identifier on device (identifier_key);
