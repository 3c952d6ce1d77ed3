-- Where somebody's device last was; read only while they have chosen no zone.
alter table person add column device_zone text;
