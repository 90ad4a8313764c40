-- Working-day calendars that an administrator loaded, beside those shipped with the measures; national, so for all tenants.
create table calendar_year (
  year      int primary key check (year between 2000 and 2100),
  yaml      text not null,
  loaded_at timestamptz not null,
  loaded_by text not null
);
grant select, insert, update on calendar_year to ${app};
