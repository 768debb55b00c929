-- Attempts to prove a password, counted before the password is checked. Unlogged tables would forget a crash; these do not.

-- key is the SHA-256 of the e-mail's normal form, whether or not anybody has that address.
create table account_attempts (
    key bytea primary key,
    recent timestamptz[] not null,
    blocked_until timestamptz,
    expires_at timestamptz not null
);
create index account_attempts_expired on account_attempts (expires_at);

-- key is the network: an IPv4 address or the first 64 bits of an IPv6 address.
create table network_attempts (
    key text primary key,
    attempts integer not null check (attempts >= 0),
    expires_at timestamptz not null
);
create index network_attempts_expired on network_attempts (expires_at);
