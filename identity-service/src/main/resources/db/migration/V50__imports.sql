-- Imports of a company's users. A job is a row here from the moment on that its file is stored whole; whichever replica
-- holds its lease works on it, and attempt tells the holder from one whose lease ran out.
create table import_jobs (
    id uuid primary key,
    org_id bigint not null check (org_id > 0),
    actor bigint not null,
    operator boolean not null,
    mode text not null check (mode in ('partial', 'atomic')),
    dry_run boolean not null,
    mail boolean not null,
    idempotency_key text check (length(idempotency_key) <= 200),
    fingerprint text not null,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    -- An atomic import that met a row it cannot take: it writes nobody any more and only completes its report.
    given_up boolean not null default false,
    rows_total bigint not null,
    rows_read bigint not null default 0,
    rows_created bigint not null default 0,
    rows_skipped bigint not null default 0,
    rows_failed bigint not null default 0,
    rejections bigint not null default 0,
    failure text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    lease_until timestamptz not null default now(),
    attempt integer not null default 0,
    mishaps integer not null default 0,
    constraint import_jobs_key_used unique (org_id, idempotency_key)
);

create index import_jobs_open on import_jobs (created_at) where state in ('queued', 'running');
create index import_jobs_finished on import_jobs (finished_at) where finished_at is not null;

-- The files, in pieces, until they are worked off. They are read once or twice: compressing them is not worth the time.
create table import_chunks (
    job_id uuid not null,
    number integer not null,
    content bytea not null,
    stored_at timestamptz not null default now(),
    primary key (job_id, number)
);
alter table import_chunks alter column content set storage external;
create index import_chunks_stored on import_chunks (stored_at) where number = 0;

-- What is wrong with which line, in the order of the file.
create table import_rejections (
    job_id uuid not null references import_jobs (id) on delete cascade,
    number bigint not null,
    line bigint not null,
    field text,
    code text not null,
    detail text not null,
    primary key (job_id, number)
);

-- The addresses that a running job has met, so that the second of two equal ones is told from a person who was there before.
create table import_keys (
    job_id uuid not null,
    email_key text collate "C" not null,
    primary key (job_id, email_key)
);
