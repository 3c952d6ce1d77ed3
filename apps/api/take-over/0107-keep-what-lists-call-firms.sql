-- What exhibitor lists of an edition call a firm whose name or country was corrected since: the next list means it too.
create table firm_listing (
  edition_id uuid not null,
  key text not null,
  firm_id uuid not null,
  constraint firm_listing_pk primary key (edition_id, key),
  constraint firm_listing_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id)
);
create index firm_listing_of_firm on firm_listing (firm_id);

-- The stand that the last list gave; a firm that stands elsewhere was moved by hand and stays there. The mail address
-- that the list gave is for the host alone.
alter table firm_in_edition add column listed_stand text, add column listed_mail text;
update firm_in_edition set listed_stand = stand where imported;

-- What was read from a list before does not say these things; such a list is imported again.
update proposed_import set state = 'discarded', content = '{}' where subject = 'firms' and state = 'proposed';
