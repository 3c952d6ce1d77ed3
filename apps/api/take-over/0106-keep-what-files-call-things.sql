-- What files call a speaker: their id in a file with ids, else the name; a speaker that the secretariat recognised under
-- a new id or name has several. It says who somebody is, so each says it of one speaker only.
create table speaker_key (
  edition_id uuid not null,
  key text not null,
  speaker_id uuid not null,
  constraint speaker_key_pk primary key (edition_id, key),
  constraint speaker_key_of foreign key (edition_id, speaker_id) references speaker (edition_id, id),
  constraint speaker_key_kind check (key ~ '^(id|name):')
);
create index speaker_key_of_speaker on speaker_key (speaker_id);
insert into speaker_key (edition_id, key, speaker_id)
select edition_id, case when external_id like 'name:%' then external_id else 'id:' || external_id end, id
from speaker where external_id is not null;
alter table speaker drop column external_id;

-- What the last applied file said of a session; what differs from it was decided by hand and outlives the next file.
alter table session add column told jsonb;

-- What files call a room, which may have been renamed since; empty for one that no file has named.
alter table room add column source_name text, add constraint room_source_name_once unique (edition_id, source_name);
update room set source_name = name
where id in (select room_id from session where guid is not null);

-- What was read from a file before does not say these things; such a file is imported again.
update proposed_import set state = 'discarded', content = '{}' where subject = 'programme' and state = 'proposed';
