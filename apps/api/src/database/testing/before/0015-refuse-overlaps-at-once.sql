-- An overlap is refused by the statement that makes it; who swaps people between meetings defers the check for that.
alter table reservation
  drop constraint reservation_never_twice,
  add constraint reservation_never_twice unique (resource_id, during without overlaps) deferrable initially immediate;
