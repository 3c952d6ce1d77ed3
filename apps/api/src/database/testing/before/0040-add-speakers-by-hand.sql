-- A speaker whom the secretariat added stays when the programme is imported again; the file knows nothing of them.
alter table session_speaker add column by_hand boolean not null default false;
