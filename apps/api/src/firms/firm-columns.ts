/** A firm of the contract, from `firm_in_edition e` joined with `firm f`. */
export const firmColumns = `f.id, f.version, f.name, f.country, e.categories, f.website, e.stand,
  (select count(*)::int from representative r join delegate d on d.id = r.delegate_id
   where r.edition_id = e.edition_id and r.firm_id = f.id and d.profile_visible) as representatives`;

/** A profile of the contract as JSON, from `delegate d`, `person p` and, if any, `firm f`. */
export const profileObject = `json_build_object('id', d.id, 'name', p.display_name, 'nativeName', p.native_script,
  'nativeLanguage', p.native_language, 'honorific', p.honorific, 'category', d.category, 'office', d.office,
  'organisation', d.organisation, 'country', coalesce(d.country, ''), 'languages', d.languages,
  'firm', case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end)`;
