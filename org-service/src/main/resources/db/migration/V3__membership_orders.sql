-- The order that last took the person in: the same order again never brings back somebody who was removed meanwhile.
alter table memberships add column last_order uuid;
