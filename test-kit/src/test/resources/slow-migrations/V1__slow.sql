-- longer than the time after which the test's database ends a transaction that idles
select pg_sleep(3);
create table slow (id bigint);
