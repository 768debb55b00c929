-- Who could do the last administrator's work is asked for while a lock is held that all such changes take turns at. Hardly
-- anybody is in the index, so making it costs one pass over users; "concurrently" would wait for Flyway's own transaction.
create index users_administrators on users (id) where network_rating = 12;
