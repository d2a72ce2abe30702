-- The PIN that somebody else gives out before a password is revealed (ADR 0009): only its salted slow hash, under seal.
create table credential_pin (
    credential_id varchar(36) primary key references sealed_credential,
    issued_at     timestamp(6) with time zone not null,
    issued_by     varchar(64) not null,
    expires_at    timestamp(6) with time zone not null,
    failures      int         not null,
    key_id        varchar(64) not null,
    nonce         bytea       not null,
    cipher_text   bytea       not null
);
