-- Every attempt is history, not only the successful ones. A row of user 0 is an attempt for nobody that we know.
alter table sign_in_events add column outcome text not null default 'signed_in';

-- A sign-in never fails for want of its month's partition; what lands here moves when the partition is made.
create table sign_in_events_default partition of sign_in_events default;

-- Months begin at midnight UTC whatever time zone the connection is in. Call it under the maintenance lock.
create function make_sign_in_partition(first date) returns boolean language plpgsql as $$
declare
    month_start timestamptz := date_trunc('month', first::timestamp) at time zone 'UTC';
    month_end   timestamptz := (date_trunc('month', first::timestamp) + interval '1 month') at time zone 'UTC';
    partition   text := 'sign_in_events_' || to_char(first, 'YYYYMM');
begin
    if to_regclass(partition) is not null then
        return false;
    end if;
    lock table sign_in_events_default in access exclusive mode;
    execute format('create table %I (like sign_in_events including all)', partition);
    execute format(
        'with moved as (delete from sign_in_events_default where at >= %L and at < %L returning *)'
        ' insert into %I select * from moved', month_start, month_end, partition);
    execute format(
        'alter table sign_in_events attach partition %I for values from (%L) to (%L)',
        partition, month_start, month_end);
    return true;
end $$;

-- Drops the partitions of months that ended before the given moment; gives how many.
create function drop_sign_in_partitions(cutoff timestamptz) returns integer language plpgsql as $$
declare
    partition text;
    dropped   integer := 0;
begin
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'sign_in_events'::regclass
          and c.relname ~ '^sign_in_events_[0-9]{6}$'
          and (to_date(right(c.relname, 6), 'YYYYMM')::timestamp + interval '1 month') at time zone 'UTC' <= cutoff
        order by c.relname
    loop
        execute format('drop table %I', partition);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

-- The first partitions took the time zone of the connection that made them.
do $$
declare
    partition text;
begin
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'sign_in_events'::regclass and c.relname <> 'sign_in_events_default'
    loop
        execute format('alter table sign_in_events detach partition %I', partition);
        execute format('insert into sign_in_events_default select * from %I', partition);
        execute format('drop table %I', partition);
    end loop;
    for months in -1 .. 3 loop
        perform make_sign_in_partition(
            (date_trunc('month', now() at time zone 'UTC') + months * interval '1 month')::date);
    end loop;
end $$;

drop function make_sign_in_partitions(date, integer);

-- What the owner sees; attempts that failed cannot push it out of reach.
create index sign_in_events_shown on sign_in_events (user_id, at desc, id desc) where outcome = 'signed_in';

-- The version of the person's own standing (active, ratings, password) that the session was opened or updated with.
alter table sessions add column standing_version bigint not null default 0;

-- What ends by time is deleted in batches.
create index sessions_ends on sessions (ends_at);
create index membership_floors_pushed on membership_floors (pushed_at);
comment on table membership_floors is
    'The newest versions that were pushed lately; org_id 0 is the person''s own standing.';
