-- By which every node proves that it keys the journal's hashes with the same secret; the first that starts leaves it.
create table journal_secret (
  is_one boolean not null default true,
  fingerprint bytea not null,
  known_since timestamptz not null default now(),
  constraint journal_secret_pk primary key (is_one),
  constraint journal_secret_is_one check (is_one)
);
revoke update, delete on journal_secret from forum_server;
