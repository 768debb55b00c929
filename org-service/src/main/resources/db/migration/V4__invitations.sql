-- The few who are invited are found without passing all who are members.
create index memberships_pending on memberships (org_id, user_id) where status = 'pending';
