-- A session shows a second factor or does not. The links that a demonstration forum prints count as both, as long as it
-- runs as a demonstration on loopback: so it is kept by what a session was opened, not that it counts.
alter table sign_in_session
  add column factor_at timestamptz,
  add column by_printed_link boolean not null default false;
alter table sign_in_challenge add column printed boolean not null default false;
