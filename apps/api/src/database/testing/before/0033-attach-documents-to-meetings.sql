-- Documents that a side attaches to a meeting; the other side sees them once it is agreed and its topic released.
create table meeting_attachment (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  meeting_id uuid not null,
  side text not null,
  -- Among those of its side: what bounds how many there are.
  place integer not null,
  name text not null,
  kind text not null,
  content bytea not null,
  bytes integer not null generated always as (octet_length(content)) stored,
  sha256 bytea not null generated always as (sha256(content)) stored,
  added_by uuid,
  added_at timestamptz not null,
  constraint meeting_attachment_pk primary key (id),
  constraint meeting_attachment_of foreign key (edition_id, meeting_id) references meeting (edition_id, id),
  constraint meeting_attachment_by foreign key (added_by) references person (id),
  constraint meeting_attachment_side check (side in ('from', 'to')),
  constraint meeting_attachment_at_most check (place between 1 and 5),
  constraint meeting_attachment_once_a_place unique (meeting_id, side, place),
  constraint meeting_attachment_kind check (kind in ('pdf', 'png', 'jpeg', 'text', 'docx', 'xlsx', 'pptx')),
  constraint meeting_attachment_name check (char_length(name) between 1 and 120 and name !~ '[/\\[:cntrl:]]'),
  constraint meeting_attachment_size check (octet_length(content) between 1 and 10485760)
);
create index meeting_attachment_in on meeting_attachment (edition_id, meeting_id);

-- What is attached is compressed already.
alter table meeting_attachment alter column content set storage external;

-- A document is added or taken back, never exchanged for another under the same id.
revoke update on meeting_attachment from forum_server;
