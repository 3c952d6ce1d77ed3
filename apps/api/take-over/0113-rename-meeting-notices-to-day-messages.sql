-- A notice is what tells a person of something that concerns them; the short messages of the day get a name of their own.
alter table meeting_notice rename to day_message;
alter table day_message rename constraint meeting_notice_pk to day_message_pk;
alter table day_message rename constraint meeting_notice_in to day_message_in;
alter table day_message rename constraint meeting_notice_by to day_message_by;
alter table day_message rename constraint meeting_notice_for to day_message_for;
alter index meeting_notice_of rename to day_message_of;
