delete from membership_floors where (user_id, org_id) in (
    select user_id, org_id from membership_floors where pushed_at < $1 order by pushed_at limit $2)
and pushed_at < $1;

delete from refresh_tokens where user_id = $1;

delete from sessions where (user_id, id) in (
    select user_id, id from sessions where ends_at < $1 order by ends_at limit $2);

delete from sessions where user_id = $1;

delete from sessions where user_id >= $1 and user_id < $2;

delete from sign_in_attempts_default where ctid = any (array(
    select ctid from sign_in_attempts_default where at < $1 limit $2));

delete from sign_in_events where user_id = $1;

delete from sign_in_events where user_id = $1 returning tableoid::regclass::text;

delete from sign_in_events_default where ctid = any (array(
    select ctid from sign_in_events_default where at < $1 limit $2));

delete from signing_keys;

delete from signing_keys skr1_0 where skr1_0.id in ($1);

insert into membership_floors (user_id, org_id, version, pushed_at) values ($1, $2, $3, $4)
on conflict (user_id, org_id) do update
set version = greatest(membership_floors.version, excluded.version), pushed_at = excluded.pushed_at;

insert into refresh_tokens (user_id, session_id, hash) values ($1, $2, $3);

insert into sessions (api,closed_at,closed_reason,created_at,device,ends_at,generation,ip,last_used_at,base_id,billing,employee_id,group_id,org_id,owner,permissions,pilot,supervisor_id,member_version,network_rating,pilot_rating,refresh_family,second_factor,standing_version,version,user_id,id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27);

insert into sign_in_attempts (at, way_in, outcome, user_id, identifier, ip, user_agent)
values ($1, $2, $3, $4, $5, $6, $7);

insert into sign_in_events (at,browser,city,country,ip,outcome,provider,session_id,user_id,id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10);

insert into sign_in_events (user_id, at) values ($2, $1);

insert into signing_keys (active_from,created_at,private_key,public_key,id) values ($1,$2,$3,$4,$5);

select closed_reason from sessions where user_id = $1 and id = $2;

select count(*) from membership_floors
where user_id = $1 and (org_id = $2 and version > $3 or org_id = $5 and version > $4);

select count(*) from refresh_tokens where user_id = $1;

select count(*) from refresh_tokens where user_id = $1 and session_id = $2;

select count(*) from refresh_tokens where user_id = $1 and session_id = $2 and rotated_at is null;

select count(*) from sessions sr1_0 where sr1_0.user_id=$1 and sr1_0.id=$2;

select count(*) from sessions where user_id = $1;

select count(*) from sessions where user_id = $1 and closed_at is null;

select count(*) from sessions where user_id = $1 and closed_reason = $2;

select count(*) from sign_in_attempts where user_id = $1;

select count(*) from sign_in_attempts where user_id = $1 and ip <> $3 and identifier = $2;

select count(*) from sign_in_attempts where user_id = $1 and way_in = $4 and outcome = $5 and identifier = $2 and ip = $6 and user_agent = $3;

select count(*) from sign_in_events where user_id = $1;

select count(*) from sign_in_events where user_id = $1 and session_id = $2 and outcome = $3;

select count(*) from signing_keys;

select count(*) from signing_keys where id = $1;

select hash, salt from refresh_tokens
where user_id = $1 and session_id = $2 and rotated_at > $3;

select id, at from sign_in_events where user_id = $1;

select last_used_at from sessions where id = $1;

select max(version) from sessions where user_id = $1;

select outcome from sign_in_events where user_id = $1 order by id;

select outcome || $2 || ip || $3 || (user_agent like $4) from sign_in_attempts where way_in = $5 and identifier = $1 order by id;

select outcome || $2 || user_id from sign_in_attempts where way_in = $3 and identifier = $1 order by id;

select pg_current_snapshot()::text as cursor, pg_snapshot_xmax($1::text::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as known, s.user_id, s.id, s.version, s.generation, s.api, s.second_factor, s.network_rating, s.pilot_rating,
s.last_used_at, s.ends_at, s.closed_at, s.org_id, s.member_version, s.group_id, s.permissions, s.owner,
s.pilot, s.billing, s.employee_id, s.base_id, s.supervisor_id from (select $3) as always left join (select * from sessions where version > $4 and changed_xid >= pg_snapshot_xmin($1::text::pg_snapshot) and not pg_visible_in_snapshot(changed_xid, $1::text::pg_snapshot) order by changed_xid limit $2) s on $5;

select s.user_id, s.id, s.version, s.generation, s.api, s.second_factor, s.network_rating, s.pilot_rating,
s.last_used_at, s.ends_at, s.closed_at, s.org_id, s.member_version, s.group_id, s.permissions, s.owner,
s.pilot, s.billing, s.employee_id, s.base_id, s.supervisor_id from sessions s where s.user_id = $1 and s.id = $2;

select sier1_0.id,sier1_0.at,sier1_0.browser,sier1_0.city,sier1_0.country,sier1_0.ip,sier1_0.outcome,sier1_0.provider,sier1_0.session_id,sier1_0.user_id from sign_in_events sier1_0 where sier1_0.user_id=$1 and sier1_0.outcome=$4 order by sier1_0.at desc,sier1_0.id desc offset $2 rows fetch first $3 rows only;

select skr1_0.id,skr1_0.active_from,skr1_0.created_at,skr1_0.private_key,skr1_0.public_key from signing_keys skr1_0 order by skr1_0.active_from desc,skr1_0.id desc;

select sr1_0.user_id,sr1_0.id,sr1_0.api,sr1_0.closed_at,sr1_0.closed_reason,sr1_0.created_at,sr1_0.device,sr1_0.ends_at,sr1_0.generation,sr1_0.ip,sr1_0.last_used_at,sr1_0.base_id,sr1_0.billing,sr1_0.employee_id,sr1_0.group_id,sr1_0.org_id,sr1_0.owner,sr1_0.permissions,sr1_0.pilot,sr1_0.supervisor_id,sr1_0.member_version,sr1_0.network_rating,sr1_0.pilot_rating,sr1_0.refresh_family,sr1_0.second_factor,sr1_0.standing_version,sr1_0.version from sessions sr1_0 where sr1_0.user_id=$1 and sr1_0.closed_at is null and sr1_0.last_used_at>$2 and sr1_0.ends_at>$3 order by sr1_0.id desc offset $4 rows fetch first $5 rows only;

select sr1_0.user_id,sr1_0.id,sr1_0.api,sr1_0.closed_at,sr1_0.closed_reason,sr1_0.created_at,sr1_0.device,sr1_0.ends_at,sr1_0.generation,sr1_0.ip,sr1_0.last_used_at,sr1_0.base_id,sr1_0.billing,sr1_0.employee_id,sr1_0.group_id,sr1_0.org_id,sr1_0.owner,sr1_0.permissions,sr1_0.pilot,sr1_0.supervisor_id,sr1_0.member_version,sr1_0.network_rating,sr1_0.pilot_rating,sr1_0.refresh_family,sr1_0.second_factor,sr1_0.standing_version,sr1_0.version from sessions sr1_0 where sr1_0.user_id=$1 and sr1_0.id=$2 and sr1_0.closed_at is null offset $3 rows fetch first $4 rows only for no key update of sr1_0;

select sr1_0.user_id,sr1_0.id,sr1_0.api,sr1_0.closed_at,sr1_0.closed_reason,sr1_0.created_at,sr1_0.device,sr1_0.ends_at,sr1_0.generation,sr1_0.ip,sr1_0.last_used_at,sr1_0.base_id,sr1_0.billing,sr1_0.employee_id,sr1_0.group_id,sr1_0.org_id,sr1_0.owner,sr1_0.permissions,sr1_0.pilot,sr1_0.supervisor_id,sr1_0.member_version,sr1_0.network_rating,sr1_0.pilot_rating,sr1_0.refresh_family,sr1_0.second_factor,sr1_0.standing_version,sr1_0.version from sessions sr1_0 where sr1_0.user_id=$1 and sr1_0.org_id=$2 and sr1_0.member_version<$3 and sr1_0.closed_at is null for no key update of sr1_0;

select sum(org_id)::bigint from membership_floors where user_id = $1;

select sum(version)::bigint from sessions where user_id = $1;

select tableoid::regclass::text from sign_in_events where user_id = $1;

select to_jsonb(a)::text from sign_in_attempts a where identifier = $1 order by id;

select to_jsonb(e)::text from sign_in_events e where user_id = $1;

update sessions s set last_used_at = least(u.at, $4)
from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as u (user_id, id, at)
where s.user_id = u.user_id and s.id = u.id and s.closed_at is null and s.last_used_at < least(u.at, $4);

update sessions set api=$1,closed_at=$2,closed_reason=$3,created_at=$4,device=$5,ends_at=$6,generation=$7,ip=$8,last_used_at=$9,base_id=$10,billing=$11,employee_id=$12,group_id=$13,org_id=$14,owner=$15,permissions=$16,pilot=$17,supervisor_id=$18,member_version=$19,network_rating=$20,pilot_rating=$21,refresh_family=$22,second_factor=$23,standing_version=$24,version=$25 where user_id=$26 and id=$27;

update sessions set closed_at = now(), version = version + $2 where id = $1;

update sessions sr1_0 set closed_at=$1,closed_reason=$2,version=(sr1_0.version+$5) where sr1_0.user_id=$3 and sr1_0.id=$4 and sr1_0.closed_at is null;

update sessions sr1_0 set closed_at=$1,closed_reason=$2,version=(sr1_0.version+$6) where sr1_0.user_id=$3 and sr1_0.id<>$4 and sr1_0.closed_at is null and sr1_0.standing_version<$5;

update sessions sr1_0 set closed_at=$1,closed_reason=$2,version=(sr1_0.version+$6) where sr1_0.user_id=$3 and sr1_0.org_id=$4 and sr1_0.member_version<$5 and sr1_0.closed_at is null;

update sessions sr1_0 set ip=$2,device=$3,employee_id=$4,supervisor_id=$5 where sr1_0.user_id=$1;

update sessions sr1_0 set network_rating=$1,pilot_rating=$2,standing_version=$3,version=(sr1_0.version+$5) where sr1_0.user_id=$4 and sr1_0.closed_at is null and sr1_0.standing_version<$3;

update sign_in_attempts set identifier = $2, ip = $3, user_agent = $4 where user_id = $1;

update sign_in_attempts set identifier = $3, ip = $4, user_agent = $5
where user_id = $6 and identifier <> $7 and identifier in (
    select identifier from sign_in_attempts where user_id = $1 union select $2);

update sign_in_events sier1_0 set ip=$2,city=$3,country=$4,browser=$5,provider=$6 where sier1_0.user_id=$1;

with replaced as (
    update refresh_tokens set rotated_at = $1, salt = $2
    where user_id = $3 and session_id = $4 and hash = $5 and rotated_at is null
    returning user_id, session_id),
forgotten as (
    delete from refresh_tokens where user_id = $6 and session_id = $7 and rotated_at <= $8)
insert into refresh_tokens (user_id, session_id, hash)
select user_id, session_id, cast($9 as text) from replaced;

