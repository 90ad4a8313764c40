-- What a party says against an official. It goes to supervisors of other agencies; the agency complained about never sees it.
create table complaint (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  number       text not null,
  party_id     uuid not null,
  filed_by     uuid not null,
  filed_at     timestamptz not null,
  agency       text not null,
  official     text not null,
  -- Accounts of that name in that agency on the day: they stay excluded even if they move to another agency.
  concerned    uuid[] not null,
  funders      text[] not null,
  happened_on  date not null,
  words        text not null,
  receivers    text[] not null,          -- roles that receive and answer it, by the measure of the day
  due_on       date,                     -- last day for the answer, where the measure sets a time
  answer       text,
  answered_by  uuid,
  answered_at  timestamptz,
  supervisor   text check (supervisor <> agency),
  primary key (tenant, id),
  unique (tenant, number),
  foreign key (tenant, party_id) references party (tenant, id),
  foreign key (tenant, filed_by) references account (tenant, id),
  foreign key (tenant, answered_by) references account (tenant, id),
  constraint complaint_answered_whole check (num_nonnulls(answer, answered_by, answered_at, supervisor) in (0, 4)),
  constraint complaint_not_by_the_official check (answered_by <> all (concerned))
);
select protect('complaint', 'select, insert, update');
create index complaint_party on complaint (tenant, party_id, filed_at desc);
create index complaint_filed on complaint (tenant, filed_at desc, id);
