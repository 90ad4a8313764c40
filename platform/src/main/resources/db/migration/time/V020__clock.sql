-- How far the movable clock of the demo and of tests stands from real time: one row for the installation.
create table clock_offset (
  one    boolean primary key default true check (one),
  millis bigint not null,
  walk_from timestamptz,        -- where the last walk began
  walk_to   timestamptz         -- where it leads; null once it has ended
);
grant select, insert, update on clock_offset to ${app};
