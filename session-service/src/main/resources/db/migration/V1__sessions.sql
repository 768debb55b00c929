-- One row per sign-in on one device. The row is also its own change log: see sessions_note_change.
create table sessions (
    user_id        bigint      not null,
    id             text        not null,
    version        bigint      not null,
    generation     integer     not null,
    api            boolean     not null,
    second_factor  boolean     not null,
    network_rating integer     not null,
    pilot_rating   integer     not null,
    device         text,
    ip             text,
    created_at     timestamptz not null,
    last_used_at   timestamptz not null,
    ends_at        timestamptz not null,
    closed_at      timestamptz,
    closed_reason  text,
    -- the membership in the active organization, as org-service last told it; all null without one
    org_id         bigint,
    member_version bigint,
    group_id       bigint,
    permissions    text[],
    owner          boolean,
    pilot          boolean,
    billing        boolean,
    employee_id    text,
    base_id        text,
    supervisor_id  text,
    -- the transaction that last changed what other services know of the session
    changed_xid    xid8        not null default pg_current_xact_id(),
    primary key (user_id, id)
);

create index sessions_open on sessions (user_id, id desc) where closed_at is null;
-- only changed sessions are news: a new one is known to nobody yet
create index sessions_changed on sessions (changed_xid) where version > 1;

-- No writer can forget to announce a change: a new version notes its transaction and wakes the listeners.
create function sessions_note_change() returns trigger language plpgsql as $$
begin
    new.changed_xid := pg_current_xact_id();
    perform pg_notify('muster_sessions', '');
    return new;
end $$;

create trigger sessions_note_change before update on sessions
    for each row when (new.version <> old.version) execute function sessions_note_change();

-- The newest membership that was pushed here lately, so that a sign-in that read an older one is not believed.
create table membership_floors (
    user_id    bigint      not null,
    org_id     bigint      not null,
    version    bigint      not null,
    pushed_at  timestamptz not null,
    primary key (user_id, org_id)
);

-- The sign-in history; monthly partitions are made ahead and dropped by retention.
create sequence sign_in_event_ids;
create table sign_in_events (
    user_id    bigint      not null,
    id         bigint      not null default nextval('sign_in_event_ids'),
    at         timestamptz not null,
    session_id text,
    ip         text,
    city       text,
    country    text,
    browser    text,
    provider   text,
    primary key (user_id, at, id)
) partition by range (at);

create function make_sign_in_partitions(first date, months integer) returns void language plpgsql as $$
declare
    month date := date_trunc('month', first);
begin
    for i in 0 .. months - 1 loop
        execute format(
            'create table if not exists sign_in_events_%s partition of sign_in_events for values from (%L) to (%L)',
            to_char(month, 'YYYYMM'), month, month + interval '1 month');
        month := month + interval '1 month';
    end loop;
end $$;

select make_sign_in_partitions((now() - interval '1 month')::date, 4);

-- The keys that sign tokens; private halves are encrypted with a key from outside the database.
create table signing_keys (
    id          text        not null primary key,
    public_key  text        not null,
    private_key text        not null,
    created_at  timestamptz not null,
    active_from timestamptz not null
);
