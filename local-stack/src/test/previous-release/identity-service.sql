delete from account_attempts;

delete from account_attempts where expires_at <= $1;

delete from account_attempts where key = $1;

delete from assets where user_id = $1 and org_id = $2 and tag = $3;

delete from authenticators where user_id = $1;

delete from import_chunks where job_id = $1;

delete from import_chunks where job_id = any ($1);

delete from import_jobs where id = any ($1);

delete from import_keys where job_id = $1;

delete from import_keys where job_id = any ($1);

delete from import_keys where not exists (
    select $1 from import_jobs where id = import_keys.job_id and state in ($2 /*, ... */));

delete from network_attempts;

delete from network_attempts where expires_at <= $1;

delete from outbox or1_0 where or1_0.kind in ($1 /*, ... */) and position($2 in or1_0.key)=$3;

delete from outbox or1_0 where or1_0.kind in ($1) and position($2 in or1_0.key)=$3;

delete from outbox where id = $1 and attempts = $2 and parked_at is null;

delete from outbox where kind = $1;

delete from outbox where kind = $1 and parked_at is not null;

delete from outbox where payload like $1;

delete from recovery_codes where user_id = $1;

delete from tickets where ctid = any (array(
    select ctid from tickets where expires_at < $1 order by expires_at limit $2));

delete from users ur1_0 where ur1_0.id=$1;

delete from users where email_key like $1;

insert into assets (user_id, org_id, tag, content_type, size, sha256, content, created_at)
select $1, $2, $3, $4, $5, $6, $7, $8
where (select count(*) from assets where user_id = $1 and org_id = $2 and tag <> $3) < $9
on conflict (user_id, org_id, tag) do update
set content_type = excluded.content_type, size = excluded.size, sha256 = excluded.sha256,
    content = excluded.content, created_at = excluded.created_at
returning xmax = $10;

insert into assets (user_id, org_id, tag, content_type, size, sha256, content, created_at) values ($1, $2, $3, $4, $5, sha256($6), $7, now());

insert into authenticators (user_id, pending_secret) values ($1, $2) on conflict (user_id) do update set pending_secret = excluded.pending_secret;

insert into authenticators (user_id, sealed_secret) values ($1, $2);

insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, branch_ids, name_key, email_key) select $1, id, $2, $3, $4, $5, $6, $7, company_user_name_key(first_name, last_name), email_key from users where email_key like $8;

insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, branch_ids, name_key, email_key) select $1, id, $4, $3, $5, $6, $7, $8, company_user_name_key(first_name, last_name), email_key from users where id = $2;

insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id,
                           cost_centre_id, branch_ids, name_key, email_key)
select $1, id, $2, $3, $4, $5, $6, $7, $8, $9, company_user_name_key(first_name, last_name), email_key
from users where id = $10
on conflict (org_id, user_id) do update
set status = excluded.status, group_id = excluded.group_id, permissions = excluded.permissions,
    owner = excluded.owner, employee_id = excluded.employee_id,
    cost_centre_id = excluded.cost_centre_id, branch_ids = excluded.branch_ids
where company_users.status = $11;

insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id,
                           cost_centre_id, branch_ids, name_key, email_key)
select $1, id, $2, $3, $4, $5, $6, $7, $8, $9, company_user_name_key(first_name, last_name), email_key
from users where id = $10
on conflict (org_id, user_id) do update
set version = excluded.version, status = excluded.status, group_id = excluded.group_id,
    permissions = excluded.permissions, owner = excluded.owner, employee_id = excluded.employee_id,
    cost_centre_id = excluded.cost_centre_id, branch_ids = excluded.branch_ids
where company_users.version <= excluded.version;

insert into credentials (fsd_password_hash,password_changed_at,password_hash,user_id) values ($1,$2,$3,$4);

insert into credentials (user_id, password_hash) values ($1, $2);

insert into credentials (user_id, password_hash, password_changed_at)
values
    ($1, $2,
     $3),
    ($4, $5,
     $6),
    ($7, $8,
     $9),
    ($10, $11,
     $12),
    ($13, $14,
     $15),
    ($16, $17,
     $18),
    ($19, $20,
     $21)
on conflict do nothing;

insert into credentials as present (user_id, password_hash, fsd_password_hash, password_changed_at)
values ($1, $2, $3, case when cast($4 as text) is not null then cast($5 as timestamptz) end)
on conflict (user_id) do update set
    password_hash = coalesce(excluded.password_hash, present.password_hash),
    fsd_password_hash = coalesce(excluded.fsd_password_hash, present.fsd_password_hash),
    password_changed_at = coalesce(excluded.password_changed_at, present.password_changed_at);

insert into import_chunks (job_id, number, content) values ($1, $2, $3);

insert into import_jobs (id, org_id, actor, operator, mode, dry_run, mail, idempotency_key, fingerprint, rows_total)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict on constraint import_jobs_key_used do nothing;

insert into import_keys (job_id, email_key) select $1, email_key from unnest($2::text[]) as given (email_key)
on conflict do nothing returning email_key;

insert into import_keys (job_id, email_key) values ($1, $2);

insert into import_rejections (job_id, number, line, field, code, detail)
select $1, $2 + rejection.number, rejection.line, rejection.field, rejection.code, rejection.detail
from unnest($3::bigint[], $4::text[], $5::text[], $6::text[])
    with ordinality as rejection (line, field, code, detail, number);

insert into network_attempts as present (key, attempts, expires_at)
values ($1, $5, $3)
on conflict (key) do update set
    attempts = case when present.expires_at <= $2 then $6 else present.attempts + $7 end,
    expires_at = case
        when present.expires_at <= $2 or present.attempts + $8 >= $4 then $3 else present.expires_at end
where present.expires_at <= $2 or present.attempts < $4;

insert into outbox (key,kind,payload) values ($1,$2,$3) returning id;

insert into outbox (kind, key, payload)
select entry.kind, entry.key, entry.payload
from unnest($1::text[], $2::text[], $3::text[]) with ordinality as entry (kind, key, payload, number)
order by entry.number;

insert into outbox (kind, key, payload, parked_at) values ($3, $4 || $1 || $5, $6 || $2 || $7, now());

insert into recovery_codes (user_id, code_hash) select $1, decode(hash, $3) from unnest(cast($2 as text[])) as given (hash);

insert into recovery_codes (user_id, code_hash) values ($1, sha256($2));

insert into tickets (user_id, kind, subject, secret_hash, tries_left, created_at, expires_at)
select ticket.user_id, $1, $6, ticket.secret_hash, $7, $2, $3
from unnest($4::bigint[], $5::bytea[]) as ticket (user_id, secret_hash);

insert into tickets (user_id, kind, subject, secret_hash, tries_left, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7);

insert into users (
    id, email, email_key, email_status, active, activated_at, language, newsletter, alerts, message_alerts, two_factor,
    api, network_rating, pilot_rating, first_name, last_name, passport, dob, phone_code, phone, phone2,
    emergency_contact, public_phone, address, postal_code, city, country_id, timezone_id, nationality, birth_country_id,
    photo, flight_hours, color, created_at, updated_at)
values
    ($1, $2, $3, $4, $5, $6, $7,
     $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
     $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32,
     $33, $34, $35),
    ($36, $37, $38, $39, $40, $41,
     $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55,
     $56, $57, $58, $59, $60, $61, $62, $63, $64, $65,
     $66, $67, $68, $69, $70),
    ($71, $72, $73, $74, $75, $76, $77, $78,
     $79, $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90, $91,
     $92, $93, $94, $95, $96, $97, $98, $99, $100, $101, $102,
     $103, $104, $105),
    ($106, $107, $108, $109, $110, $111, $112, $113, $114,
     $115, $116, $117, $118, $119, $120, $121, $122, $123, $124, $125, $126,
     $127, $128, $129, $130, $131, $132, $133, $134, $135,
     $136, $137, $138, $139, $140),
    ($141, $142, $143, $144, $145, $146, $147, $148,
     $149, $150, $151, $152, $153, $154, $155, $156, $157, $158, $159, $160, $161,
     $162, $163, $164, $165, $166, $167, $168, $169, $170,
     $171, $172, $173, $174, $175),
    ($176, $177, $178, $179, $180, $181, $182, $183,
     $184, $185, $186, $187, $188, $189, $190, $191, $192, $193, $194, $195, $196,
     $197, $198, $199, $200, $201, $202, $203, $204, $205, $206, $207,
     $208, $209, $210),
    ($211, $212, $213, $214, $215, $216, $217,
     $218, $219, $220, $221, $222, $223, $224, $225, $226, $227, $228, $229, $230, $231,
     $232, $233, $234, $235, $236, $237, $238, $239, $240, $241, $242,
     $243, $244, $245)
on conflict do nothing;

insert into users (activated_at,activated_via_company_id,active,address,alerts,api,birth_country_id,city,color,contact_number,country_id,created_at,dob,email,email_key,email_status,emergency_contact,expiration,first_name,flight_hours,language,last_name,license_country,license_expiry_month,license_expiry_year,license_number,license_type,license_types,message_alerts,nationality,network_rating,newsletter,other_id,passport,pending_email,phone,phone2,phone_code,phone_code2,photo,pilot_rating,postal_code,public_phone,timezone_id,two_factor,updated_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30,$31,$32,$33,$34,$35,$36,$37,$38,$39,$40,$41,$42,$43,$44,$45,$46) returning id;

insert into users (email, email_key, created_at, updated_at) values ($1, $1, now(), now());

insert into users (email, email_key, email_status, activated_at, first_name, last_name, created_at, updated_at) values ($1, $1, $2, now(), $3, $4, now(), now()) returning id;

select (select count(*) from import_keys where job_id in (select id from import_jobs where org_id = $1)) + (select count(*) from import_chunks where job_id in (select id from import_jobs where org_id = $1));

select * from authenticators where user_id = $1;

select * from company_users where user_id = $1 and org_id = $2;

select * from recovery_codes where user_id = $1;

select * from tickets where user_id = $1;

select * from users where id = $1;

select activated_at from users where id = $1;

select attempts::bigint from network_attempts;

select attempts::bigint from network_attempts where key = $1;

select blocked_until from account_attempts where key = $1;

select coalesce(max(attempts), $2)::bigint from outbox where failure is not null and payload like $1;

select content from assets where user_id = $1 and org_id = $2 and tag = $3;

select content from import_chunks where job_id = $1 and number = $2;

select count(*) from "outbox" t where t::text ~ $1;

select count(*) from account_attempts where key = $1;

select count(*) from company_users where org_id = $1;

select count(*) from company_users where user_id = $1;

select count(*) from company_users where user_id = $1 and status = $2;

select count(*) from credentials where user_id = $1;

select count(*) from import_chunks;

select count(*) from import_chunks where job_id = $1;

select count(*) from import_jobs where org_id = $1;

select count(*) from import_keys where job_id = $1;

select count(*) from import_rejections where job_id = $1;

select count(*) from network_attempts where key like $1;

select count(*) from outbox o where o::text like $2 || $1 || $3;

select count(*) from outbox where key = $1;

select count(*) from outbox where kind = $1;

select count(*) from outbox where kind = $1 and failure is not null;

select count(*) from outbox where kind = $1 and parked_at is not null;

select count(*) from outbox where kind = $2 and payload like $1;

select count(*) from outbox where kind = $2 and payload::jsonb ->> $3 = $1;

select count(*) from outbox where kind in ($1 /*, ... */) and parked_at is null;

select count(*) from outbox where parked_at is not null and payload like $1;

select count(*) from outbox where payload like $1;

select count(*) from recovery_codes where user_id = $1 and used_at is null;

select count(*) from tickets join company_users using (user_id) where org_id = $1;

select count(*) from tickets t where t::text like $2 || $1 || $3;

select count(*) from tickets where user_id = $1;

select count(*) from tickets where user_id = $1 and kind = $2 and created_at > $3;

select count(*) from tickets where user_id = $1 and kind = $2 and voided_at is null;

select count(*) from tickets where user_id = $1 and used_at is not null;

select count(*) from tickets where user_id = $1 and used_at is null and voided_at is null;

select count(*) from tickets where user_id = $1 and voided_at is null and used_at is null and (kind = $2 or subject = $3);

select count(*) from users where email = $1;

select count(*) from users where email_key = $1;

select count(*) from users where email_key like $1;

select count(*) from users where id = $1;

select count(*) from users where id = $1 and activated_at is null;

select count(*) from users where id = $1 and email_status = $2;

select count(*) from users where network_rating = $1;

select count(*) from users where network_rating = $3 and active and activated_at is not null and (expiration is null or expiration > $1) and id <> $2;

select count(distinct split_part(password_hash, $1, $2)) from credentials where user_id between $3 and $4;

select cr1_0.user_id,cr1_0.fsd_password_hash,cr1_0.password_changed_at,cr1_0.password_hash from credentials cr1_0 where cr1_0.user_id=$1;

select cur1_0.org_id,cur1_0.user_id,cur1_0.branch_ids,cur1_0.cost_centre_id,cur1_0.employee_id,cur1_0.group_id,cur1_0.owner,cur1_0.permissions,cur1_0.status,cur1_0.version from company_users cur1_0 where (cur1_0.org_id,cur1_0.user_id) in (($1,$2));

select cur1_0.org_id,cur1_0.user_id,cur1_0.branch_ids,cur1_0.cost_centre_id,cur1_0.employee_id,cur1_0.group_id,cur1_0.owner,cur1_0.permissions,cur1_0.status,cur1_0.version,ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at from company_users cur1_0 join users ur1_0 on ur1_0.id=cur1_0.user_id where cur1_0.org_id=$1 and cur1_0.user_id in ($2 /*, ... */);

select cur1_0.org_id,cur1_0.user_id,cur1_0.branch_ids,cur1_0.cost_centre_id,cur1_0.employee_id,cur1_0.group_id,cur1_0.owner,cur1_0.permissions,cur1_0.status,cur1_0.version,ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at from company_users cur1_0 join users ur1_0 on ur1_0.id=cur1_0.user_id where cur1_0.org_id=$1 and cur1_0.user_id in ($2);

select email_key from users where email_key = any ($1);

select expires_at from network_attempts where key = $1;

select fsd_password_hash from credentials where user_id = $1;

select id from users where email_key = $1;

select id from users where id = $1 for no key update;

select id, fingerprint from import_jobs where org_id = $1 and idempotency_key = $2;

select id, org_id, actor, operator, mode, dry_run, mail, state, given_up, rows_total, rows_read, rows_created, rows_skipped, rows_failed, rejections, failure, started_at, finished_at, attempt from import_jobs where id = $1 and org_id = $2;

select id, subject from tickets where user_id = $1 and kind = $2 and secret_hash = $3 and expires_at > $4 and used_at is null and voided_at is null;

select md5(string_agg(u::text || c::text, $1 order by id)) from users u join credentials c on c.user_id = u.id where id between $2 and $3;

select number, line, field, code, detail from import_rejections
where job_id = $1 and number > $2 order by number limit $3;

select org_id from company_users where user_id = $1 and status = $2 order by org_id;

select parked_at is not null from outbox where id = $1;

select password_hash from credentials where user_id = $1;

select password_hash, fsd_password_hash from credentials where user_id = $1;

select payload from outbox where payload like $1;

select pending_secret from authenticators where user_id = $1;

select sealed_secret from authenticators where user_id = $1;

select secret_hash from tickets where user_id = $1;

select setval($1, greatest((select max(id) from users), (select last_value from users_id_seq)));

select status from company_users where user_id = $1 and org_id = $2;

select string_agg(encode(key, $1), $2) from account_attempts;

select term, user_id, status <> $14 and not (other >= $1 and other < $2 and other < term) as shown from (
    (select name_key as term, user_id, email_key as other, status from company_users
     where org_id = $3 and name_key < $4 and (name_key, user_id) > ($5, $6)
     order by name_key, user_id limit $7)
    union all
    (select email_key, user_id, name_key, status from company_users
     where org_id = $8 and email_key < $9 and (email_key, user_id) > ($10, $11)
     order by email_key, user_id limit $12)) as walked
order by term, user_id limit $13;

select ur1_0.email_key from users ur1_0 where ur1_0.id=$1;

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at from users ur1_0 where ur1_0.email_key=$1 and (ur1_0.id=$2 or exists(select $5 from company_users cur1_0 where cur1_0.org_id=$3 and cur1_0.user_id=ur1_0.id and cur1_0.status<>$4));

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at from users ur1_0 where ur1_0.email_key=$1 offset $2 rows fetch first $3 rows only;

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at from users ur1_0 where ur1_0.id=$1;

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at from users ur1_0 where ur1_0.id=$1 for no key update of ur1_0;

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at,cr1_0.fsd_password_hash from users ur1_0 join credentials cr1_0 on cr1_0.user_id=ur1_0.id where ur1_0.id=$1 and cr1_0.fsd_password_hash is not null;

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at,cr1_0.password_hash from users ur1_0 join credentials cr1_0 on cr1_0.user_id=ur1_0.id where ur1_0.email_key=$1 and cr1_0.password_hash is not null;

select ur1_0.id,ur1_0.activated_at,ur1_0.activated_via_company_id,ur1_0.active,ur1_0.address,ur1_0.alerts,ur1_0.api,ur1_0.birth_country_id,ur1_0.city,ur1_0.color,ur1_0.contact_number,ur1_0.country_id,ur1_0.created_at,ur1_0.dob,ur1_0.email,ur1_0.email_key,ur1_0.email_status,ur1_0.emergency_contact,ur1_0.expiration,ur1_0.first_name,ur1_0.flight_hours,ur1_0.language,ur1_0.last_name,ur1_0.license_country,ur1_0.license_expiry_month,ur1_0.license_expiry_year,ur1_0.license_number,ur1_0.license_type,ur1_0.license_types,ur1_0.message_alerts,ur1_0.nationality,ur1_0.network_rating,ur1_0.newsletter,ur1_0.other_id,ur1_0.passport,ur1_0.pending_email,ur1_0.phone,ur1_0.phone2,ur1_0.phone_code,ur1_0.phone_code2,ur1_0.photo,ur1_0.pilot_rating,ur1_0.postal_code,ur1_0.public_phone,ur1_0.standing_version,ur1_0.timezone_id,ur1_0.two_factor,ur1_0.updated_at,cr1_0.password_hash from users ur1_0 join credentials cr1_0 on cr1_0.user_id=ur1_0.id where ur1_0.id=$1 and cr1_0.password_hash is not null;

select user_id from company_users where org_id = $1 and user_id > $2 and status <> $4 order by user_id limit $3;

select user_id from company_users where org_id = $1 and user_id > $2 and status = $4 order by user_id limit $3;

select user_id, tag, content_type, size, sha256, created_at from assets where user_id = $1 and org_id = $2 and tag = $3;

select user_id, tag, content_type, size, sha256, created_at from assets where user_id = $1 and org_id = $2 order by tag;

select users.email_key from users join company_users on company_users.user_id = users.id
where users.email_key = any ($1) and company_users.org_id = $2 and company_users.status <> $3;

update account_attempts
set recent = array_remove(recent, $2::timestamptz), blocked_until = $3
where key = $1 and $2::timestamptz = any (recent);

update authenticators set last_step = $1 where user_id = $2 and last_step < $3 and sealed_secret is not null;

update authenticators set sealed_secret = pending_secret, pending_secret = $5, last_step = $1, enrolled_at = $2 where user_id = $3 and pending_secret = $4;

update company_users set status = $2 where user_id = $1;

update company_users set status = $4
where user_id = $1 and status = $5 and (cast($2 as bigint) is null or org_id = $3)
returning org_id;

update credentials cr1_0 set fsd_password_hash=$1 where cr1_0.user_id=$2 and cr1_0.fsd_password_hash=$3;

update credentials cr1_0 set password_hash=$1 where cr1_0.user_id=$2 and cr1_0.password_hash=$3;

update credentials cr1_0 set password_hash=$1,password_changed_at=$2 where cr1_0.user_id=$3 and cr1_0.password_hash=$4;

update credentials set fsd_password_hash = $2 where user_id = $1;

update credentials set fsd_password_hash=$1,password_changed_at=$2,password_hash=$3 where user_id=$4;

update credentials set password_hash = $2 where user_id = $1;

update import_jobs
set given_up = $3, rows_read = $4, rows_created = $5, rows_skipped = $6, rows_failed = $7, rejections = $8
 where id = $1 and attempt = $2 and state = $9;

update import_jobs set attempt = attempt + $2, lease_until = now() where id = $1;

update import_jobs set finished_at = now() - $2::text::interval where id = $1;

update import_jobs set state = $1, failure = $2, finished_at = now(), lease_until = now() where id = $3 and attempt = $4 and state = $5;

update import_jobs set state = $1, finished_at = now(), lease_until = now()
where id = $2 and org_id = $3 and state in ($4 /*, ... */);

update network_attempts set attempts = $1;

update network_attempts set attempts = attempts - $3 where key = $1 and attempts > $4 and expires_at > $2;

update outbox set attempts = $1, due_at = now() where kind = $3 and payload like $2;

update outbox set due_at = now() where kind = $2 and key = $1;

update outbox set parked_at = now() where kind = $2 and payload like $1;

update outbox set parked_at = now(), failure = $3 where id = $1 and attempts = $2 and parked_at is null;

update recovery_codes set used_at = $1 where user_id = $2 and code_hash = $3 and used_at is null;

update tickets set expires_at = now() where user_id = $1;

update tickets set tries_left = tries_left - $7, used_at = case when secret_hash = $1 then cast($2 as timestamptz) end where user_id = $3 and kind = $4 and tries_left > $8 and expires_at > $5 and used_at is null and voided_at is null returning secret_hash = $6;

update tickets set used_at = $1 where user_id = $2 and kind = $3 and secret_hash = $4 and expires_at > $5 and used_at is null and voided_at is null returning id, subject;

update tickets set voided_at = $1 where user_id = $2 and kind = $3 and id > $4 and used_at is null and voided_at is null;

update tickets set voided_at = $1 where user_id = $2 and kind = $3 and subject = $4 and used_at is null and voided_at is null;

update tickets set voided_at = $1 where user_id = $2 and kind in ($3 /*, ... */) and used_at is null and voided_at is null;

update tickets set voided_at = $1 where user_id = $2 and kind in ($3) and used_at is null and voided_at is null;

update tickets set voided_at = now() where user_id = $1;

update users set activated_at = $2 where id = $1;

update users set activated_at=$1,email_status=$2,updated_at=$3 where id=$4;

update users set activated_at=$1,updated_at=$2 where id=$3;

update users set active = $2 where id = $1;

update users set active = $2, language = $3, api = $4, newsletter = $5, created_at = $6, updated_at = $7, first_name = $8, last_name = $9, passport = $10, dob = $11, phone_code = $12, phone = $13, phone2 = $14, emergency_contact = $15, public_phone = $16, address = $17, postal_code = $18, city = $19, country_id = $20, timezone_id = $21, nationality = $22, birth_country_id = $23, photo = $24, flight_hours = $25, color = $26 where id = $1;

update users set city = $2 where id = $1;

update users set city = $2, phone = $3, dob = $4, color = $5, phone_code = $6 where id = $1;

update users set country_id=$1,first_name=$2,last_name=$3,other_id=$4,updated_at=$5 where id=$6;

update users set country_id=$1,first_name=$2,updated_at=$3 where id=$4;

update users set country_id=$1,updated_at=$2 where id=$3;

update users set email = $2, email_key = $3 where id = $1;

update users set email = $2, email_key = $3 || id || $4 where id = $1;

update users set email=$1,email_key=$2,email_status=$3,first_name=$4,last_name=$5,network_rating=$6,pilot_rating=$7,updated_at=$8 where id=$9;

update users set email=$1,email_key=$2,email_status=$3,pending_email=$4,updated_at=$5 where id=$6;

update users set email=$1,email_key=$2,email_status=$3,updated_at=$4 where id=$5;

update users set email=$1,email_key=$2,updated_at=$3 where id=$4;

update users set email=$1,updated_at=$2 where id=$3;

update users set email_status = $2 where id = $1;

update users set email_status = $2, pending_email = $3, expiration = $4 where id = $1;

update users set email_status=$1,pending_email=$2,updated_at=$3 where id=$4;

update users set email_status=$1,updated_at=$2 where id=$3;

update users set first_name = $2 where id = $1;

update users set first_name = $2, last_name = $3 where id = $1;

update users set first_name = $2, last_name = $3, country_id = $4, other_id = $5, created_at = $6, updated_at = $7 where id = $1;

update users set first_name = $2, last_name = $3, email = $4, email_key = $5 where id = $1;

update users set first_name=$1,last_name=$2,license_type=$3,updated_at=$4 where id=$5;

update users set first_name=$1,network_rating=$2,updated_at=$3 where id=$4;

update users set first_name=$1,updated_at=$2 where id=$3;

update users set flight_hours = $2 where id = $1;

update users set language = $1 where id = $2;

update users set language = $2 where id = $1;

update users set last_name = $2, other_id = $3, updated_at = $4 where id = $1;

update users set last_name=$1,other_id=$2,updated_at=$3 where id=$4;

update users set last_name=$1,updated_at=$2 where id=$3;

update users set license_types=$1,updated_at=$2 where id=$3;

update users set network_rating = $1 where network_rating = $2;

update users set network_rating = $2 where id = $1;

update users set network_rating = $2, first_name = $3 where id = $1;

update users set network_rating = $2, pilot_rating = $3 where id = $1;

update users set network_rating = $2, pilot_rating = $3, created_at = to_timestamp($4), updated_at = to_timestamp($5) where id = $1;

update users set network_rating = $2, pilot_rating = $3, language = $4, active = $5 where id = $1;

update users set network_rating=$1 where id=$2;

update users set network_rating=$1,updated_at=$2 where id=$3;

update users set passport = $2, phone_code2 = $3, phone2 = $4, emergency_contact = $5, public_phone = $6, address = $7, postal_code = $8, country_id = $9, timezone_id = $10, nationality = $11, birth_country_id = $12, photo = $13 where id = $1;

update users set pending_email=$1,updated_at=$2 where id=$3;

update users set pilot_rating = $2 where id = $1;

update users set two_factor = $2 where id = $1;

update users set two_factor = $2, network_rating = $3, other_id = $4, passport = $5 where id = $1;

update users set two_factor=$1 where id=$2;

update users set updated_at = $2 where id = $1;

update users set updated_at=$1 where id=$2;

update users ur1_0 set updated_at=$1,address=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,alerts=$2,newsletter=$3,city=$4,phone2=$5 where ur1_0.id=$6;

update users ur1_0 set updated_at=$1,birth_country_id=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,city=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,color=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,country_id=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,dob=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,emergency_contact=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,first_name=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,language=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,language=$2,newsletter=$3,alerts=$4,message_alerts=$5,first_name=$6,last_name=$7,passport=$8,dob=$9,phone_code=$10,phone=$11,phone_code2=$12,phone2=$13,emergency_contact=$14,public_phone=$15,address=$16,postal_code=$17,city=$18,country_id=$19,timezone_id=$20,nationality=$21,birth_country_id=$22,photo=$23,color=$24 where ur1_0.id=$25;

update users ur1_0 set updated_at=$1,last_name=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,nationality=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,passport=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,phone2=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,phone=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,phone=$2,dob=$3,color=$4 where ur1_0.id=$5;

update users ur1_0 set updated_at=$1,phone_code2=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,phone_code=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,photo=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,postal_code=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,public_phone=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,timezone_id=$2 where ur1_0.id=$3;

update users ur1_0 set updated_at=$1,two_factor=$2 where ur1_0.id=$3;

with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[],
                         $8::smallint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                         $15::text[], $16::text[], $17::bigint[])
    as person (email, email_key, first_name, last_name, contact_number, license_number,
               license_expiry_month, license_expiry_year, license_type, license_country, license_types,
               activated_via_company_id, permissions, employee_id, cost_centre_id, branch_ids, group_id)),
made as (
    insert into users (email, email_key, first_name, last_name, contact_number, license_number,
                       license_expiry_month, license_expiry_year, license_type, license_country,
                       license_types, activated_via_company_id, created_at, updated_at)
    select email, email_key, first_name, last_name, contact_number, license_number, license_expiry_month,
           license_expiry_year, license_type, license_country, string_to_array(license_types, chr($21)),
           activated_via_company_id, $18, $19
    from given order by email_key
    on conflict on constraint users_email_taken do nothing
    returning id, email_key, first_name, last_name),
taken_in as (
    insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id,
                               cost_centre_id, branch_ids, name_key, email_key)
    select $20, made.id, $22, $23, given.group_id, string_to_array(given.permissions, chr($24)), $25,
           given.employee_id, given.cost_centre_id, string_to_array(given.branch_ids, chr($26)),
           company_user_name_key(made.first_name, made.last_name), made.email_key
    from made join given using (email_key))
select email_key, id from made order by id;

with page as materialized (
    select user_id, employee_id, cost_centre_id, permissions, branch_ids from company_users
    where org_id = $1 and user_id > $2 and status <> $4
    order by user_id limit $3)
select u.id, trim(u.first_name || $5 || u.last_name), u.email, c.employee_id, u.contact_number,
       u.license_number, u.license_expiry_month::text, u.license_expiry_year::text, u.license_type,
       u.license_country, c.cost_centre_id, u.activated_via_company_id, array_to_string(c.permissions, $6),
       array_to_string(u.license_types, $7), array_to_string(c.branch_ids, $8)
from page c join users u on u.id = c.user_id
order by u.id;

