-- The audit log: one row per attempt to sign in, on whatever way in, also those that identity-service never judged.
-- User 0 is nobody that we know. What was typed as the password is nowhere.
create sequence sign_in_attempt_ids;
create table sign_in_attempts (
    id         bigint      not null default nextval('sign_in_attempt_ids'),
    at         timestamptz not null,
    way_in     text        not null,
    outcome    text        not null,
    user_id    bigint      not null,
    -- the e-mail address or CID as it was given
    identifier text        not null,
    ip         text        not null,
    user_agent text        not null,
    primary key (at, id)
) partition by range (at);
create table sign_in_attempts_default partition of sign_in_attempts default;

-- What erases a deleted person's traces reads these.
create index sign_in_attempts_user on sign_in_attempts (user_id) where user_id <> 0;
create index sign_in_attempts_nobody on sign_in_attempts (identifier) where user_id = 0;

-- Rows are only added; all that may ever change is that who and where is erased.
create function sign_in_attempts_keep() returns trigger language plpgsql as $$
begin
    if (new.id, new.at, new.way_in, new.outcome, new.user_id)
            is distinct from (old.id, old.at, old.way_in, old.outcome, old.user_id)
        or new.identifier not in (old.identifier, '')
        or new.ip not in (old.ip, '')
        or new.user_agent not in (old.user_agent, '') then
        raise exception 'the audit log of sign-ins is append-only';
    end if;
    return new;
end $$;

create trigger sign_in_attempts_keep before update on sign_in_attempts
    for each row execute function sign_in_attempts_keep();

-- As make_sign_in_partition, for every table that is partitioned by month; that one stays for replicas of the version
-- before. Months begin at midnight UTC whatever time zone the connection is in. Call it under the maintenance lock.
create function make_month_partition(parent regclass, first date) returns boolean language plpgsql as $$
declare
    month_start timestamptz := date_trunc('month', first::timestamp) at time zone 'UTC';
    month_end   timestamptz := (date_trunc('month', first::timestamp) + interval '1 month') at time zone 'UTC';
    strays      text := parent::text || '_default';
    partition   text := parent::text || '_' || to_char(first, 'YYYYMM');
begin
    if to_regclass(partition) is not null then
        return false;
    end if;
    execute format('lock table %I in access exclusive mode', strays);
    execute format('create table %I (like %I including all)', partition, parent::text);
    execute format(
        'with moved as (delete from %I where at >= %L and at < %L returning *) insert into %I select * from moved',
        strays, month_start, month_end, partition);
    execute format(
        'alter table %I attach partition %I for values from (%L) to (%L)',
        parent::text, partition, month_start, month_end);
    return true;
end $$;

-- Drops the partitions of months that ended before the given moment; gives how many.
create function drop_month_partitions(parent regclass, cutoff timestamptz) returns integer language plpgsql as $$
declare
    partition text;
    dropped   integer := 0;
begin
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent
          and c.relname ~ '_[0-9]{6}$'
          and (to_date(right(c.relname, 6), 'YYYYMM')::timestamp + interval '1 month') at time zone 'UTC' <= cutoff
        order by c.relname
    loop
        execute format('drop table %I', partition);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

do $$
begin
    for months in 0 .. 3 loop
        perform make_month_partition(
            'sign_in_attempts', (date_trunc('month', now() at time zone 'UTC') + months * interval '1 month')::date);
    end loop;
end $$;
