-- One-time secrets sent by mail. Only a hash is kept; whether a ticket is still good is decided by one guarded update.
-- Of one person, kind and subject at most one ticket is open: a newer one voids the older.
create table tickets (
    user_id bigint not null references users (id) on delete cascade,
    id bigint generated always as identity,
    kind text not null
        check (kind in ('activation', 'email_confirmation', 'email_undo', 'password_reset', 'second_factor_code')),
    subject text not null default '',
    secret_hash bytea not null,
    tries_left integer not null default 0 check (tries_left >= 0),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    voided_at timestamptz,
    primary key (user_id, id)
);
create unique index tickets_open on tickets (user_id, kind, subject) where used_at is null and voided_at is null;
create index tickets_by_secret on tickets (user_id, kind, secret_hash);
create index tickets_expired on tickets (expires_at);
