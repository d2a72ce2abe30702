-- What lets somebody hand in one report of one device: random, so that its plain hash is enough.
create table device_nonce (
    hash        varchar(64) primary key,
    device_id   varchar(36) not null references device,
    incident_id varchar(36) not null references incident,
    issued_by   varchar(64) not null,
    issued_at   timestamp(6) with time zone not null,
    expires_at  timestamp(6) with time zone not null,
    used_at     timestamp(6) with time zone
);
create index device_nonce_device on device_nonce (device_id);
