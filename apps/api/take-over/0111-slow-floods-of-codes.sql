-- Codes are counted by the device that asks, and work that was done for one is of no use for another.
alter table sign_in_challenge
  add column device_hash bytea,
  add column puzzle_hash bytea,
  add constraint sign_in_challenge_puzzle_once unique (puzzle_hash);
comment on column sign_in_challenge.device_hash is 'The browser that asked; null for a link that was printed.';
comment on column sign_in_challenge.puzzle_hash is 'The puzzle that the browser solved to be heard, if it had to; each is of use once.';
create index sign_in_challenge_by_age on sign_in_challenge (created_at);
create index sign_in_challenge_by_device on sign_in_challenge (device_hash, created_at);
