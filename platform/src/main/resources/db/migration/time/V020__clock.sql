-- How far the movable clock of the demo and of tests stands from real time: one row for the installation.
create table clock_offset (
  one    boolean primary key default true check (one),
  millis bigint not null,
  moved_from timestamptz        -- where it stood before the last move
);
grant select, insert, update on clock_offset to ${app};
