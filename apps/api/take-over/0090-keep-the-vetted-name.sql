-- The name that was vetted belongs to the delegate of an edition; a change anywhere else changes nothing here.
-- Null until the registration is submitted: a draft is nobody's name.
alter table delegate
  add column given text,
  add column family text,
  add column native_script text,
  add column native_language text,
  add column display_name text,
  add column sort_key text,
  add column honorific text,
  add constraint delegate_sorted_by_name check ((display_name is null) = (sort_key is null));

update delegate d
set given = p.given, family = p.family, native_script = p.native_script, native_language = p.native_language,
  display_name = p.display_name, sort_key = p.sort_key, honorific = p.honorific
from person p
where p.id = d.person_id and d.submitted_at is not null;

-- A person as an edition knows them: by the name of their delegate there, and by their own where they have none.
create view person_in_edition as
select e.id as edition_id, p.id, p.mail, p.language, p.zone, p.device_zone,
  case when d.display_name is null then p.given else d.given end as given,
  case when d.display_name is null then p.family else d.family end as family,
  coalesce(d.display_name, p.display_name) as display_name,
  coalesce(d.sort_key, p.sort_key) as sort_key,
  case when d.display_name is null then p.native_script else d.native_script end as native_script,
  case when d.display_name is null then p.native_language else d.native_language end as native_language,
  case when d.display_name is null then p.honorific else d.honorific end as honorific
from person p cross join edition e
left join delegate d on d.edition_id = e.id and d.person_id = p.id;
