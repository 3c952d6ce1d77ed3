-- Staff of a delegate are delegates themselves, with places of their own.
alter table delegate drop constraint delegate_category;
alter table delegate add constraint delegate_category
  check (category in ('government', 'institution', 'parliamentarian', 'industry', 'research', 'media', 'staff'));
