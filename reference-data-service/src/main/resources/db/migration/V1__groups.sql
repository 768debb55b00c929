-- Groups of people in an organization. Organization 0 is no organization: its groups are built in and everybody's.
-- Built-in ids stay below 1000 and an organization's own groups start there, so that an id names one group for good
-- and the lower one holds more power.
create table user_groups (
    org_id bigint not null check (org_id >= 0),
    id bigint not null check (id > 0),
    name text not null check (name = trim(name) and length(name) between 1 and 80),
    staff boolean not null,
    permissions text[] not null default '{}',
    primary key (org_id, id),
    constraint user_groups_built_in check ((org_id = 0) = (id < 1000))
);

create unique index user_groups_name on user_groups (org_id, lower(name));

create sequence user_group_ids start with 1000;

create table permissions (
    name text primary key,
    description text not null
);

insert into permissions (name, description) values
    ('admin', 'Does everything in the organization'),
    ('bookings.read', 'Sees the bookings of all members'),
    ('keaz', 'Operates the platform across organizations'),
    ('members.read', 'Sees all members'),
    ('members.write', 'Adds, changes and removes members');

insert into user_groups (org_id, id, name, staff, permissions) values
    (0, 100, 'Administrator', true, '{admin,bookings.read,members.read,members.write}'),
    (0, 105, 'Manager', true, '{admin,bookings.read,members.read,members.write}'),
    (0, 110, 'Pilot', false, '{}'),
    (0, 120, 'Student', false, '{}'),
    (0, 150, 'Chief Pilot', true, '{bookings.read,members.read}'),
    (0, 170, 'Flight Instructor', true, '{bookings.read,members.read}'),
    (0, 250, 'External Auditor', false, '{bookings.read,members.read}'),
    (0, 300, 'Mechanic', true, '{bookings.read}');
