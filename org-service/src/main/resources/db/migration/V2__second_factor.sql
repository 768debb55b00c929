-- An organization may demand that whoever works in it has signed in with a second factor.
alter table organizations add column second_factor_required boolean not null default false;
