-- Whose account was deleted: a request of theirs that is still under way founds nothing any more. Ids are never given
-- again, so a row is all that is kept of a person, for good.
create table erased_people (
    user_id bigint primary key check (user_id > 0),
    erased_at timestamptz not null
);
