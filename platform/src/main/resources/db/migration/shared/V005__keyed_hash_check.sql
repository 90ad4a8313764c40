-- One row: what the installation's secret makes of a fixed word, so that an instance with another secret is noticed.
create table keyed_hash_check (
  one   boolean primary key default true check (one),
  value text not null check (length(value) = 64)
);
grant select, insert on keyed_hash_check to ${app};
