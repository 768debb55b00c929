-- How many invitations and activations were mailed to an address within the running hour, so that no organization fills a
-- stranger's mailbox. key is the SHA-256 of the address's normal form.
create table invited_addresses (
    key bytea primary key,
    mails integer not null check (mails > 0),
    expires_at timestamptz not null
);
create index invited_addresses_expired on invited_addresses (expires_at);
