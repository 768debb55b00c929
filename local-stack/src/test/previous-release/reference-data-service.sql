insert into permissions (name, description) values
    ($1, $2),
    ($3, $4),
    ($5, $6),
    ($7, $8),
    ($9, $10);

insert into user_groups (org_id, id, name, staff, permissions) values
    ($1, $2, $3, $4, $5),
    ($6, $7, $8, $9, $10),
    ($11, $12, $13, $14, $15),
    ($16, $17, $18, $19, $20),
    ($21, $22, $23, $24, $25),
    ($26, $27, $28, $29, $30),
    ($31, $32, $33, $34, $35),
    ($36, $37, $38, $39, $40);

insert into user_groups (org_id, id, name, staff, permissions) values ($1, nextval($5), $2, $3, $4) returning id;

select gr1_0.org_id,gr1_0.id,gr1_0.name,gr1_0.permissions,gr1_0.staff from user_groups gr1_0 where gr1_0.org_id in ($1 /*, ... */) order by gr1_0.id;

select name from permissions;

update user_groups set name = $3 where org_id = $1 and id = $2;

