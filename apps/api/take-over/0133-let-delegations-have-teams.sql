-- A party to meetings is a firm or a delegation; its teams meet. Only firms have teams so far.
alter table team
  alter column firm_id drop not null,
  add column delegation_id uuid,
  add constraint team_of_delegation foreign key (edition_id, delegation_id) references delegation (edition_id, id),
  add constraint team_of_one_party check (num_nonnulls(firm_id, delegation_id) = 1);
create index team_of_its_delegation on team (edition_id, delegation_id) where delegation_id is not null;
