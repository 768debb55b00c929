-- What session-service must know of a person besides memberships: whether they are active, and their ratings. The version
-- rises with every change of it, whoever makes the change, so that an older push never replaces a newer one. It starts
-- at 1: session-service takes 0 for "not known".
alter table users add column standing_version bigint not null default 1;

create function users_raise_standing() returns trigger language plpgsql as $$
begin
    new.standing_version := old.standing_version + 1;
    return new;
end $$;

create trigger users_raise_standing
    before update of active, network_rating, pilot_rating on users
    for each row
    when ((old.active, old.network_rating, old.pilot_rating)
        is distinct from (new.active, new.network_rating, new.pilot_rating))
    execute function users_raise_standing();
