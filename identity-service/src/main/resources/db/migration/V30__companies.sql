-- A person whom an administrator made may have no address yet; everybody else has one.
alter table users
    alter column email drop not null,
    alter column email_key drop not null,
    add constraint users_email_has_its_key check ((email is null) = (email_key is null)),
    add column other_id text check (length(other_id) <= 128),
    add column contact_number text check (length(contact_number) <= 64),
    add column license_number text check (length(license_number) <= 64),
    add column license_expiry_month smallint check (license_expiry_month between 1 and 12),
    add column license_expiry_year smallint check (license_expiry_year between 1000 and 9999),
    add column license_type text check (length(license_type) <= 64),
    add column license_country text check (license_country ~ '^[A-Z]{2}$'),
    add column license_types text[] not null default '{}',
    add column activated_via_company_id text check (length(activated_via_company_id) <= 64);

alter table tickets
    drop constraint tickets_kind_check,
    add constraint tickets_kind_check check (kind in (
        'activation', 'email_confirmation', 'email_undo', 'invitation', 'password_reset', 'second_factor_code'));

-- Who is what in which company, copied from org-service so that a page of a company's users is one statement here. The
-- version is org-service's; an older one never replaces a newer one. Nothing is ever permitted by this copy.
create table company_users (
    org_id bigint not null check (org_id > 0),
    user_id bigint not null references users (id) on delete cascade,
    version bigint not null,
    status text not null check (status in ('pending', 'active', 'inactive')),
    group_id bigint not null,
    permissions text[] not null,
    owner boolean not null,
    employee_id text,
    cost_centre_id text,
    branch_ids text[] not null,
    name_key text collate "C" not null,
    email_key text collate "C",
    primary key (org_id, user_id)
);

create index company_users_of_person on company_users (user_id);
create index company_users_listed on company_users (org_id, user_id) where status <> 'inactive';
create index company_users_inactive on company_users (org_id, user_id) where status = 'inactive';
create index company_users_by_name on company_users (org_id, name_key, user_id);
create index company_users_by_email on company_users (org_id, email_key, user_id) where email_key is not null;

-- What a search by name compares: both names in lower case with one space between.
create function company_user_name_key(first_name text, last_name text) returns text language sql immutable as
$$ select lower(trim(first_name || ' ' || last_name)) $$;

-- A person's name or address may change by several ways in; the copy follows whichever it was.
create function company_users_follow() returns trigger language plpgsql as $$
begin
    update company_users
    set name_key = company_user_name_key(new.first_name, new.last_name), email_key = new.email_key
    where user_id = new.id;
    return null;
end $$;

create trigger company_users_follow after update of first_name, last_name, email_key on users
    for each row when (old.first_name is distinct from new.first_name or old.last_name is distinct from new.last_name
        or old.email_key is distinct from new.email_key)
    execute function company_users_follow();
