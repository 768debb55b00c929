-- Work that a committed change still owes to the world; see dev.muster.kit.outbox.
-- A row is delivered and deleted. While it is being delivered its due_at is the end of the lease, so a row whose
-- deliverer died is simply due again.
create table outbox (
    id         bigint generated always as identity primary key,
    kind       text        not null,
    key        text        not null,
    payload    text        not null,
    created_at timestamptz not null default now(),
    due_at     timestamptz not null default now(),
    attempts   integer     not null default 0,
    parked_at  timestamptz,
    failure    text
);

create index outbox_due on outbox (kind, due_at, id) where parked_at is null;
create index outbox_order on outbox (kind, key, id) where parked_at is null;

-- The table stays near empty while its rows come and go: clean it by their number, not by a share of its size.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Wakes the deliverers of the kind at commit. NOTIFY makes commits of appending transactions take turns, which is far
-- from the bottleneck at the rates of power changes and mail; the poll alone would do with a second's delay.
create function outbox_announce() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', new.kind);
    return null;
end $$;

create trigger outbox_announce after insert on outbox for each row execute function outbox_announce();
