-- Extensions and the role that the running server takes: it owns nothing and cannot rewrite the journal.
create extension if not exists btree_gist;

do $$
begin
  if not exists (select from pg_roles where rolname = 'forum_server') then
    create role forum_server nologin;
  end if;
end $$;

grant forum_server to current_user;
grant usage on schema public to forum_server;
alter default privileges in schema public grant select, insert, update, delete on tables to forum_server;
alter default privileges in schema public grant usage, select on sequences to forum_server;
