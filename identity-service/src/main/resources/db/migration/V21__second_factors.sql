-- A person's authenticator app: its secret is sealed with muster.identity.secret-key. A secret that waits for its first
-- code is kept apart, so that an enrolment that is never finished replaces nothing. last_step is the newest time step whose
-- code was used; an older one is never accepted again.
create table authenticators (
    user_id bigint primary key references users (id) on delete cascade,
    sealed_secret text,
    pending_secret text,
    last_step bigint not null default 0,
    enrolled_at timestamptz
);

-- Codes for the day when the authenticator is lost; keyed hashes, each used once.
create table recovery_codes (
    user_id bigint not null references users (id) on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (user_id, code_hash)
);
