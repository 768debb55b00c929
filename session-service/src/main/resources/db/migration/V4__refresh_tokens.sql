-- SHA-256 of the secret that all refresh tokens of the session share; null for a session whose one token lasts as long as it.
alter table sessions add column refresh_family text;

-- The refresh tokens that may still be shown: a session's live one, and those that it replaced within the overlap. What has
-- the family's secret and is not here was replaced before: somebody has a copy.
create table refresh_tokens (
    user_id    bigint      not null,
    session_id text        not null,
    -- SHA-256 of the token's own secret
    hash       text        not null,
    -- both null while the token is live; its successor is made of its secret and the salt
    rotated_at timestamptz,
    salt       text,
    primary key (user_id, session_id, hash),
    foreign key (user_id, session_id) references sessions (user_id, id) on delete cascade
);

-- Whatever happens at once, a session has one live refresh token.
create unique index refresh_tokens_live on refresh_tokens (user_id, session_id) where rotated_at is null;
