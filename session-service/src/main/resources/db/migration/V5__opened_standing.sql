-- The version of the person's standing that a session's sign-in read. Other than standing_version it does not follow the
-- pushes of ratings, so it tells which sessions were opened before a change of the password, in whatever order they come.
alter table sessions add column opened_standing bigint not null default 0;
