-- Whether the person has ever been of the company. Of somebody who was only invited, and has an account of their own, the
-- company sees nothing but the address; also after it has taken the invitation back.
alter table company_users add column joined boolean not null default true;
