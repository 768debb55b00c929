-- Parked rows are few and are looked for by their age when they have been kept long enough.
create index outbox_parked on outbox (parked_at) where parked_at is not null;
