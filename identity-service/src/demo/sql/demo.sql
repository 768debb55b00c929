-- People of the local stack, for trying things out; never part of the service. Everybody's password is fly-safe-every-day.
-- Running this again changes nothing that is there.
insert into users (
    id, email, email_key, email_status, active, activated_at, language, newsletter, alerts, message_alerts, two_factor,
    api, network_rating, pilot_rating, first_name, last_name, passport, dob, phone_code, phone, phone2,
    emergency_contact, public_phone, address, postal_code, city, country_id, timezone_id, nationality, birth_country_id,
    photo, flight_hours, color, created_at, updated_at)
values
    (100001, 'operator@muster.example', 'operator@muster.example', 'confirmed', true, '2022-09-01 08:00:00Z', 'en',
     false, true, true, 'OFF', true, 12, 0, 'Olivia', 'Harper', '533401988', '1979-02-11', '+44', '7700900101', '',
     'Sam Harper +447700900102', '', '1 Runway Lane', 'RH6 0NP', 'Crawley', 238, 191, 'British', 238, null, 312,
     '#0f766e', '2022-09-01 08:00:00Z', '2025-02-01 09:15:00Z'),
    (100002, 'supervisor@muster.example', 'supervisor@muster.example', 'confirmed', true, '2022-09-03 11:20:00Z',
     'en', true, true, true, 'OFF', true, 11, 31, 'Anders', 'Lindqvist', '87654321', '1984-07-30', '+46', '701234567',
     '', 'Karin Lindqvist +46701234568', '', 'Flygplatsvägen 12', '190 45', 'Stockholm', 215, 229, 'Swedish', 215,
     null, 2140, '#7c3aed', '2022-09-03 11:20:00Z', '2025-01-18 17:40:00Z'),
    (100003, 'admin@acme.example', 'admin@acme.example', 'confirmed', true, '2022-12-12 09:00:00Z', 'es', false,
     true, true, 'OFF', true, 1, 0, 'Marta', 'Ruiz', 'XDA123987', '1981-11-03', '+34', '600987654', '',
     'Luis Ruiz +34600987655', '', 'Calle del Aeródromo 4', '28022', 'Madrid', 195, 85, 'Spanish', 195, null, 3820,
     '#dc2626', '2022-12-12 09:00:00Z', '2025-03-01 10:05:00Z'),
    (100004, 'pilot@acme.example', 'pilot@acme.example', 'confirmed', true, '2023-01-15 10:30:00Z', 'en', true, true,
     true, 'OFF', true, 1, 3, 'John', 'Doe', 'AB123456', '1990-05-20', '+34', '600123456', '',
     'Jane Doe +34600654321', '', '123 Airport Road', '28001', 'Madrid', 195, 85, 'Spanish', 195,
     'https://photos.muster.example/john-doe.jpg', 1250.5, '#3498db', '2023-01-15 10:30:00Z', '2025-03-10 14:22:00Z'),
    (100005, 'student@acme.example', 'student@acme.example', 'confirmed', true, '2024-06-02 15:45:00Z', 'es', false,
     true, true, 'OFF', true, 1, 0, 'Lucía', 'Navarro', 'PAC445566', '2003-08-14', '+34', '611222333', '',
     'Carmen Navarro +34611222334', '', 'Avenida de la Aviación 77', '28044', 'Madrid', 195, 85, 'Spanish', 195,
     null, 42.3, '#f59e0b', '2024-06-02 15:45:00Z', '2025-03-09 08:10:00Z'),
    (100006, 'admin@bluesky.example', 'admin@bluesky.example', 'confirmed', true, '2023-04-20 07:30:00Z', 'fr', true,
     true, true, 'OFF', true, 1, 0, 'Claire', 'Moreau', '19CV77234', '1976-01-25', '+33', '612345678', '',
     'Paul Moreau +33612345679', '', '8 rue des Hangars', '31700', 'Blagnac', 78, 222, 'French', 78, null, 980,
     '#2563eb', '2023-04-20 07:30:00Z', '2025-02-20 12:00:00Z'),
    (100007, 'admin@carpool.example', 'admin@carpool.example', 'confirmed', true, '2024-01-08 13:00:00Z', 'de',
     false, true, true, 'OFF', true, 1, 0, 'Jonas', 'Weber', 'C01X00T47', '1988-10-09', '+49', '15112345678', '',
     'Lena Weber +4915112345679', '', 'Hafenstraße 21', '20457', 'Hamburg', 85, 210, 'German', 85, null, null,
     '#16a34a', '2024-01-08 13:00:00Z', '2025-01-30 18:25:00Z')
on conflict do nothing;

insert into credentials (user_id, password_hash, password_changed_at)
values
    (100001, '$argon2id$v=19$m=7168,t=5,p=1$PPannTANqtT1xLVokP4mPA$xSk2lkAh4lsDuFC+Fdyahu22LCvzpmf6lphEdKwN3DY',
     '2022-09-01 08:00:00Z'),
    (100002, '$argon2id$v=19$m=7168,t=5,p=1$ZfIx3y7GiIWv/D7Qob69Ew$bHqxDJTz/jKeR11BY4yUafkCJ3v7fcNqAqFjHnH5LbA',
     '2022-09-03 11:20:00Z'),
    (100003, '$argon2id$v=19$m=7168,t=5,p=1$S1FxdFjc6kdsElsbJHYNxQ$Y7iX2cY0y2j6cxtBQekQDl5DHyKoMg3VY4fM5G5tAmc',
     '2022-12-12 09:00:00Z'),
    (100004, '$argon2id$v=19$m=7168,t=5,p=1$tMEtn5COoYPSdx4zdeJEtg$OiU9AtbKNjZcPnljssHI3e1ptR0ZC5P+uWpSs+t7Oog',
     '2023-01-15 10:30:00Z'),
    (100005, '$argon2id$v=19$m=7168,t=5,p=1$ON5KTeUk0vtVmKVvyOSa6A$jmG1lLP0VpSI0iweBvFi8e8OgEfdv4mfrDX+BtnP4lE',
     '2024-06-02 15:45:00Z'),
    (100006, '$argon2id$v=19$m=7168,t=5,p=1$doHQnjYzIby1wZeCuOIxKg$5p69AzTUkcCP4RoAmd3ISjhEV8kFvdObjmi1ov/Qias',
     '2023-04-20 07:30:00Z'),
    (100007, '$argon2id$v=19$m=7168,t=5,p=1$LmM0dugbIXmELgYMekAumQ$9QukCZ8Spw9UuCsuFPsl9HP8sqDRJeZEXDbdsFH1uy0',
     '2024-01-08 13:00:00Z')
on conflict do nothing;

select setval('users_id_seq', greatest((select max(id) from users), (select last_value from users_id_seq)));

-- Copies of org-service's memberships, which org-service's demo data has too.
insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id, cost_centre_id, branch_ids, name_key, email_key)
select org_id, user_id, 0, 'active', group_id, permissions, owner, employee_id, cost_centre_id, branch_ids,
       company_user_name_key(first_name, last_name), email_key
from (values
    (42, 100001, 100, '{keaz}'::text[], false, 'EMP-000', null, '{}'::text[]),
    (42, 100002, 110, '{}', false, 'EMP-002', null, '{}'),
    (42, 100003, 100, '{}', true, 'EMP-003', 'CC-10', '{1,2}'),
    (42, 100004, 110, '{}', false, 'EMP-001', 'CC-20', '{1}'),
    (43, 100004, 120, '{}', false, null, null, '{}'),
    (42, 100005, 120, '{}', false, 'EMP-105', 'CC-30', '{1}'),
    (43, 100006, 100, '{}', true, 'BS-01', null, '{}'),
    (44, 100007, 100, '{}', true, 'CN-01', null, '{}'))
    as member (org_id, user_id, group_id, permissions, owner, employee_id, cost_centre_id, branch_ids)
    join users on users.id = member.user_id
on conflict do nothing;
