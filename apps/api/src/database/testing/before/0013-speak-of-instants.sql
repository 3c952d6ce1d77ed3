-- An instant as it goes over the wire: ISO 8601 in UTC with Z, as short as the rules write it.
create function utc(instant timestamptz) returns text language sql stable strict parallel safe as
  $$ select replace(to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z') $$;
