-- Links of the journal are keyed with the forum's secret from here on; those before are carried over by one keyed link.
alter table journal add column keyed boolean not null default false;
comment on column journal.keyed is 'Whether the hash is keyed; those before the link journal.carried-over are not.';

-- A detail goes by an erasure alone, which the owner of the tables does and the chain records.
revoke delete on journal_detail from forum_server;
