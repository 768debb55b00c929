-- Files about a person that one company keeps: a photograph of a licence, a signed form. A company sees its own only. The
-- content is an image or a PDF and compressed already, so PostgreSQL neither compresses nor cuts it differently.
create table assets (
    user_id bigint not null references users (id) on delete cascade,
    org_id bigint not null check (org_id > 0),
    tag text not null check (tag ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    content_type text not null,
    size integer not null check (size between 1 and 5242880),
    sha256 bytea not null check (length(sha256) = 32),
    content bytea not null,
    created_at timestamptz not null,
    primary key (user_id, org_id, tag)
);

alter table assets alter column content set storage external;
