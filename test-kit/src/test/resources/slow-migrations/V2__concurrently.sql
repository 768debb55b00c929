create index concurrently slow_id on slow (id);
