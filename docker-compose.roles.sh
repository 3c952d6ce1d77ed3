#!/bin/sh
# Runs once, when the database is made: its owner, who migrates, and the login of the server, which owns nothing.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$DATABASE_OWNER_PASSWORD" --set password="$DATABASE_PASSWORD" <<'SQL'
create role forum_owner login password :'owner_password' createrole;
create role forum login password :'password';
create database forum owner forum_owner encoding 'UTF8' template template0;
SQL
