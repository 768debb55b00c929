-- Organizations and memberships to try a local stack with; the people are identity-service's. Runs on every start.
insert into organizations (id, name, slug, plan, color, logo, active, version, created_at, updated_at) values
    (42, 'Acme Flight School', 'acme-flight-school-42', 'premium', '#3498db', 'https://muster.example/logos/acme.svg', true, 0, '2022-04-01 08:00:00Z', '2022-04-01 08:00:00Z'),
    (43, 'Blue Sky Club', 'blue-sky-club-43', 'club', '#1abc9c', 'https://muster.example/logos/blue-sky.svg', true, 0, '2022-09-12 14:30:00Z', '2022-09-12 14:30:00Z'),
    (44, 'Carpool North', 'carpool-north-44', 'free', '#e67e22', null, true, 0, '2023-02-20 07:15:00Z', '2023-02-20 07:15:00Z')
on conflict do nothing;

select setval('organizations_id_seq', greatest(44, (select last_value from organizations_id_seq)));

insert into memberships (user_id, org_id, status, group_id, permissions, owner, developer, pilot, billing, employee_id, base_id, supervisor_id, cost_centre_id, branch_ids, default_account, version, created_at, updated_at) values
    (100001, 42, 'active', 100, '{keaz}', false, false, false, false, 'EMP-000', null, null, null, '{}', true, 0, '2022-04-01 08:05:00Z', '2022-04-01 08:05:00Z'),
    (100002, 42, 'active', 110, '{}', false, false, true, false, 'EMP-002', '5', 100003, null, '{}', true, 0, '2022-05-09 09:00:00Z', '2022-05-09 09:00:00Z'),
    (100003, 42, 'active', 100, '{}', true, false, true, true, 'EMP-003', '5', null, 'CC-10', '{1,2}', true, 0, '2022-04-01 08:00:00Z', '2022-04-01 08:00:00Z'),
    (100004, 42, 'active', 110, '{}', false, false, true, true, 'EMP-001', '5', 100003, 'CC-20', '{1}', true, 0, '2023-01-15 10:30:00Z', '2023-01-15 10:30:00Z'),
    (100004, 43, 'active', 120, '{}', false, false, false, true, null, '7', 100006, null, '{}', false, 0, '2023-06-03 16:45:00Z', '2023-06-03 16:45:00Z'),
    (100005, 42, 'active', 120, '{}', false, false, false, true, 'EMP-105', '5', 100003, 'CC-30', '{1}', true, 0, '2024-03-11 11:20:00Z', '2024-03-11 11:20:00Z'),
    (100006, 43, 'active', 100, '{}', true, false, true, true, 'BS-01', '7', null, null, '{}', true, 0, '2022-09-12 14:30:00Z', '2022-09-12 14:30:00Z'),
    (100007, 44, 'active', 100, '{}', true, false, false, true, 'CN-01', '9', null, null, '{}', true, 0, '2023-02-20 07:15:00Z', '2023-02-20 07:15:00Z')
on conflict do nothing;
