-- Only what an exhibitor list brought can be missing from the next one; firms added by hand are none of its business.
alter table firm_in_edition add column imported boolean not null default false;
