-- What no two nodes or threads may break, held by the database and not only by the statements that change it.

-- A case is closed exactly when its mailbox may have another; the key that makes it the only open one is its own mailbox.
alter table incident add constraint incident_open_until_closed
    check ((closed_at is null) = (open_mailbox is not null));
alter table incident add constraint incident_open_for_its_mailbox
    check (open_mailbox is null or open_mailbox = mailbox);

-- One reveal: a password that was shown, or ended in another way, is not there to be shown again.
alter table sealed_credential add constraint sealed_credential_gone_when_destroyed
    check ((destroyed_at is null) = (cipher_text is not null) and (nonce is null) = (cipher_text is null));
alter table sealed_credential add constraint sealed_credential_destroyed_when_revealed
    check (revealed_at is null or destroyed_at is not null);

-- A fact's place in its case is an event's, which is no other fact's of its kind.
alter table attestation add constraint attestation_position unique (incident_id, position);
alter table device add constraint device_position unique (incident_id, position);
alter table device_scan add constraint device_scan_position unique (incident_id, position);
alter table device_disposition add constraint device_disposition_position unique (incident_id, position);
alter table access_change add constraint access_change_position unique (incident_id, position);
