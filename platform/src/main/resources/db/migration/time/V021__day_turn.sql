-- The last day that is over for a tenant, and the works of each day: each done once, whichever instance did it.
create table day_turn (
  tenant    text not null default current_tenant() primary key,
  last_day  date not null,
  turned_at timestamptz not null default clock_timestamp()
);
select protect('day_turn');

create table day_work (
  tenant  text not null default current_tenant(),
  day     date not null,
  work    text not null,
  done_at timestamptz,
  failure text,
  tries   int not null default 0,
  primary key (tenant, day, work)
);
create index day_work_standing on day_work (tenant, day) where done_at is null;
select protect('day_work');
