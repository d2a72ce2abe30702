-- Runs after each migration, as the role that owns the tables (ADR 21). Where the application logs in as another role, that
-- role may add events and checkpoints, and neither change nor remove one; on all other tables of ours it may work.

create or replace function keep_case_event() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op = 'UPDATE' then
        -- The one change there is: a payload goes, behind the event that says so.
        if new.payload is null and new.salt is null
            and row (new.case_id, new.sequence, new.at, new.actor, new.type, new.previous, new.hash, new.authenticated,
                new.payload_digest) is not distinct from row (old.case_id, old.sequence, old.at, old.actor, old.type,
                old.previous, old.hash, old.authenticated, old.payload_digest)
            and exists (select 1 from case_event purge where purge.case_id = old.case_id
                and purge.sequence > old.sequence and purge.type = 'PersonalDataPurged') then
            return new;
        end if;
    end if;
    raise exception 'case_event is append-only' using errcode = 'insufficient_privilege';
end $$;

create or replace trigger case_event_append_only before update or delete on case_event
    for each row execute function keep_case_event();
create or replace trigger case_event_not_emptied before truncate on case_event
    for each statement execute function keep_case_event();

create or replace function keep_chain_checkpoint() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op = 'UPDATE' then
        if row (new.case_id, new.sequence, new.hash, new.at, new.key_id, new.signature) is not distinct from
            row (old.case_id, old.sequence, old.hash, old.at, old.key_id, old.signature) then
            return new;
        end if;
    end if;
    raise exception 'chain_checkpoint is append-only' using errcode = 'insufficient_privilege';
end $$;

create or replace trigger chain_checkpoint_append_only before update or delete on chain_checkpoint
    for each row execute function keep_chain_checkpoint();
create or replace trigger chain_checkpoint_not_emptied before truncate on chain_checkpoint
    for each statement execute function keep_chain_checkpoint();

create or replace procedure purge_payload(of_case varchar, of_sequence bigint)
    language sql security definer set search_path from current as $$
    update case_event set payload = null, salt = null where case_id = of_case and sequence = of_sequence
$$;
revoke all on procedure purge_payload from public;

do $$
declare
    application text := '${applicationRole}';
    ours text;
begin
    if application = current_user or not exists (select 1 from pg_roles where rolname = application) then
        return;
    end if;
    for ours in select format('%I.%I', schemaname, tablename) from pg_tables
        where tableowner = current_user and schemaname = current_schema() loop
        execute format('grant select, insert, update, delete on %s to %I', ours, application);
    end loop;
    execute format('revoke update, delete, truncate on case_event, chain_checkpoint, verifying_key, %I from %I',
        'flyway_schema_history', application);
    execute format('revoke insert on flyway_schema_history from %I', application);
    execute format('grant update (published_at) on chain_checkpoint to %I', application);
    execute format('grant execute on procedure purge_payload to %I', application);
end $$;
