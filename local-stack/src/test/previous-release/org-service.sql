delete from outbox where id = $1 and attempts = $2 and parked_at is null;

insert into memberships (base_id,billing,branch_ids,cost_centre_id,created_at,default_account,developer,employee_id,group_id,owner,permissions,pilot,status,supervisor_id,updated_at,version,user_id,org_id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18);

insert into memberships (user_id, org_id, status, group_id, permissions, owner, developer, pilot, billing, branch_ids, default_account, version, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now(), now());

insert into memberships (user_id, org_id, status, group_id, permissions, owner, developer, pilot, billing, employee_id, base_id, supervisor_id, cost_centre_id, branch_ids, default_account, version, created_at, updated_at) values
    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18),
    ($19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36),
    ($37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54),
    ($55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65, $66, $67, $68, $69, $70, $71, $72),
    ($73, $74, $75, $76, $77, $78, $79, $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90),
    ($91, $92, $93, $94, $95, $96, $97, $98, $99, $100, $101, $102, $103, $104, $105, $106, $107, $108),
    ($109, $110, $111, $112, $113, $114, $115, $116, $117, $118, $119, $120, $121, $122, $123, $124, $125, $126),
    ($127, $128, $129, $130, $131, $132, $133, $134, $135, $136, $137, $138, $139, $140, $141, $142, $143, $144)
on conflict do nothing;

insert into organizations (active,color,created_at,logo,name,plan,second_factor_required,slug,updated_at,version,id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11);

insert into organizations (id, name, slug, plan, color, logo, active, version, created_at, updated_at) values
    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10),
    ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20),
    ($21, $22, $23, $24, $25, $26, $27, $28, $29, $30)
on conflict do nothing;

insert into organizations (name, slug, plan, color, active, version, created_at, updated_at) values ($1, $2 || currval($3), $4, $5, $6, $7, now(), now()) returning id;

insert into outbox (key,kind,payload) values ($1,$2,$3) returning id;

select $3 = any(permissions), developer, owner from memberships where user_id = $1 and org_id = $2;

select count(*) from memberships mr1_0 where mr1_0.org_id=$1 and mr1_0.owner and mr1_0.user_id<>$2;

select count(*) from memberships where org_id = $1 and owner;

select group_id from memberships where user_id = $1 and org_id = $2;

select group_id, cardinality(permissions), owner, developer from memberships where user_id = $1 and org_id = $2;

select group_id, permissions[$3] from memberships where user_id = $1 and org_id = $2;

select group_id, permissions[$3], cardinality(permissions) from memberships where user_id = $1 and org_id = $2;

select group_id, permissions[$3], developer from memberships where user_id = $1 and org_id = $2;

select id, name, plan from organizations order by id;

select mr1_0.user_id,mr1_0.org_id,mr1_0.base_id,mr1_0.billing,mr1_0.branch_ids,mr1_0.cost_centre_id,mr1_0.created_at,mr1_0.default_account,mr1_0.developer,mr1_0.employee_id,mr1_0.group_id,mr1_0.owner,mr1_0.permissions,mr1_0.pilot,mr1_0.status,mr1_0.supervisor_id,mr1_0.updated_at,mr1_0.version from memberships mr1_0 where mr1_0.org_id=$1 and mr1_0.user_id>$2 and mr1_0.status<>$3 order by mr1_0.user_id offset $4 rows fetch first $5 rows only;

select mr1_0.user_id,mr1_0.org_id,mr1_0.base_id,mr1_0.billing,mr1_0.branch_ids,mr1_0.cost_centre_id,mr1_0.created_at,mr1_0.default_account,mr1_0.developer,mr1_0.employee_id,mr1_0.group_id,o1_0.id,o1_0.active,o1_0.color,o1_0.created_at,o1_0.logo,o1_0.name,o1_0.plan,o1_0.second_factor_required,o1_0.slug,o1_0.updated_at,o1_0.version,mr1_0.owner,mr1_0.permissions,mr1_0.pilot,mr1_0.status,mr1_0.supervisor_id,mr1_0.updated_at,mr1_0.version from memberships mr1_0 join organizations o1_0 on o1_0.id=mr1_0.org_id where mr1_0.org_id=$1 and mr1_0.user_id>$2 order by mr1_0.user_id offset $3 rows fetch first $4 rows only;

select mr1_0.user_id,mr1_0.org_id,mr1_0.base_id,mr1_0.billing,mr1_0.branch_ids,mr1_0.cost_centre_id,mr1_0.created_at,mr1_0.default_account,mr1_0.developer,mr1_0.employee_id,mr1_0.group_id,o1_0.id,o1_0.active,o1_0.color,o1_0.created_at,o1_0.logo,o1_0.name,o1_0.plan,o1_0.second_factor_required,o1_0.slug,o1_0.updated_at,o1_0.version,mr1_0.owner,mr1_0.permissions,mr1_0.pilot,mr1_0.status,mr1_0.supervisor_id,mr1_0.updated_at,mr1_0.version from memberships mr1_0 join organizations o1_0 on o1_0.id=mr1_0.org_id where mr1_0.user_id=$1 and mr1_0.org_id=$2 and mr1_0.status=$3 and o1_0.active offset $4 rows fetch first $5 rows only;

select mr1_0.user_id,mr1_0.org_id,mr1_0.base_id,mr1_0.billing,mr1_0.branch_ids,mr1_0.cost_centre_id,mr1_0.created_at,mr1_0.default_account,mr1_0.developer,mr1_0.employee_id,mr1_0.group_id,o1_0.id,o1_0.active,o1_0.color,o1_0.created_at,o1_0.logo,o1_0.name,o1_0.plan,o1_0.second_factor_required,o1_0.slug,o1_0.updated_at,o1_0.version,mr1_0.owner,mr1_0.permissions,mr1_0.pilot,mr1_0.status,mr1_0.supervisor_id,mr1_0.updated_at,mr1_0.version from memberships mr1_0 join organizations o1_0 on o1_0.id=mr1_0.org_id where mr1_0.user_id=$1 and mr1_0.org_id=$2 offset $3 rows fetch first $4 rows only;

select mr1_0.user_id,mr1_0.org_id,mr1_0.base_id,mr1_0.billing,mr1_0.branch_ids,mr1_0.cost_centre_id,mr1_0.created_at,mr1_0.default_account,mr1_0.developer,mr1_0.employee_id,mr1_0.group_id,o1_0.id,o1_0.active,o1_0.color,o1_0.created_at,o1_0.logo,o1_0.name,o1_0.plan,o1_0.second_factor_required,o1_0.slug,o1_0.updated_at,o1_0.version,mr1_0.owner,mr1_0.permissions,mr1_0.pilot,mr1_0.status,mr1_0.supervisor_id,mr1_0.updated_at,mr1_0.version from memberships mr1_0 join organizations o1_0 on o1_0.id=mr1_0.org_id where mr1_0.user_id=$1 and mr1_0.status=$2 and o1_0.active order by mr1_0.default_account desc,mr1_0.created_at,mr1_0.org_id offset $3 rows fetch first $4 rows only;

select mr1_0.user_id,mr1_0.org_id,mr1_0.base_id,mr1_0.billing,mr1_0.branch_ids,mr1_0.cost_centre_id,mr1_0.created_at,mr1_0.default_account,mr1_0.developer,mr1_0.employee_id,mr1_0.group_id,o1_0.id,o1_0.active,o1_0.color,o1_0.created_at,o1_0.logo,o1_0.name,o1_0.plan,o1_0.second_factor_required,o1_0.slug,o1_0.updated_at,o1_0.version,mr1_0.owner,mr1_0.permissions,mr1_0.pilot,mr1_0.status,mr1_0.supervisor_id,mr1_0.updated_at,mr1_0.version from memberships mr1_0 join organizations o1_0 on o1_0.id=mr1_0.org_id where mr1_0.user_id=$1 and mr1_0.status=$2 order by o1_0.id;

select or1_0.id,or1_0.active,or1_0.color,or1_0.created_at,or1_0.logo,or1_0.name,or1_0.plan,or1_0.second_factor_required,or1_0.slug,or1_0.updated_at,or1_0.version from organizations or1_0 where or1_0.id=$1 for no key update of or1_0;

select owner, group_id from memberships where user_id = $1 and org_id = $2;

select parked_at is not null from outbox where id = $1;

select status from memberships where user_id = $1 and org_id = $2;

select status, owner from memberships where user_id = $1 and org_id = $2;

select status, owner, default_account from memberships where user_id = $1 and org_id = $2;

select status, owner, group_id, default_account from memberships where user_id = $1 and org_id = $2;

select user_id from memberships where $1 = any(permissions);

select user_id, org_id, group_id, owner, default_account from memberships order by 1, 2;

select version from memberships where user_id = $1 and org_id = $2;

update memberships mr1_0 set version=(mr1_0.version+$4),status=$1,owner=$5,default_account=$6,updated_at=$2 where mr1_0.org_id=$3 and mr1_0.status<>$1;

update memberships set base_id=$1,billing=$2,branch_ids=$3,cost_centre_id=$4,created_at=$5,default_account=$6,developer=$7,employee_id=$8,group_id=$9,owner=$10,permissions=$11,pilot=$12,status=$13,supervisor_id=$14,updated_at=$15,version=$16 where user_id=$17 and org_id=$18 and version=$19;

update memberships set version = version + $1, permissions = $2 where user_id = $3;

update memberships set version = version + $3, default_account = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, default_account = $4, status = $5 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, developer = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, group_id = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, group_id = $4, permissions = $5, owner = $6, pilot = $7, billing = $8, employee_id = $9, base_id = $10, supervisor_id = $11 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, group_id = $4, permissions = $5, pilot = $6, billing = $7, owner = $8, employee_id = $9, base_id = $10, supervisor_id = $11 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, owner = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, owner = $4, group_id = $5 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, permissions = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, permissions = $4, developer = $5 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, permissions = $4, group_id = $5 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, pilot = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, status = $4 where user_id = $1 and org_id = $2;

update memberships set version = version + $3, status = $4, owner = $5, group_id = $6 where user_id = $1 and org_id = $2;

update organizations set active = $2 where id = $1;

update organizations set active=$1,color=$2,logo=$3,name=$4,plan=$5,second_factor_required=$6,updated_at=$7,version=$8 where id=$9 and version=$10;

update organizations set name = $1 where id = $2;

update organizations set plan = $2, logo = $3 where id = $1;

update organizations set second_factor_required = $2 where id = $1;

update organizations set slug = $2 where id = $1;

