-- An accredited delegate has the name that was vetted in that edition. Without it, a name changed elsewhere would be shown.
update delegate d
set given = p.given, family = p.family, native_script = p.native_script, native_language = p.native_language,
  display_name = p.display_name, sort_key = p.sort_key, honorific = p.honorific
from person p
where p.id = d.person_id and d.state = 'accredited' and d.display_name is null;

alter table delegate
  add constraint delegate_accredited_by_name check (state <> 'accredited' or display_name is not null);
