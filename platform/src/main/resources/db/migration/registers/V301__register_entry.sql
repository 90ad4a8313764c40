-- Entries of registers. Never deleted. HIDDEN is what the last turn of the day found; what an entry is at a moment is
-- computed from its dates and its filings.
create table register_entry (
  tenant      text not null default current_tenant(),
  id          uuid not null,
  number      text not null,
  measure     text not null,
  version     text not null,
  register    text not null,
  party       uuid not null,
  credit_code text not null,
  name        text not null,
  party_class text not null,
  area        text not null,
  state       text not null check (state in ('ACTIVE','HIDDEN','REMOVED','EXITED','EXPIRED')),
  since       date not null,
  until       date,
  ended_on    date,
  application uuid,
  notice      uuid,
  primary key (tenant, id),
  unique (tenant, number),
  check (until is null or until >= since),
  check ((state in ('REMOVED','EXITED','EXPIRED')) = (ended_on is not null)),
  check (ended_on is null or ended_on >= since)
);
select protect('register_entry', 'select, insert, update');
create unique index register_entry_live on register_entry (tenant, measure, register, credit_code)
  where state in ('ACTIVE','HIDDEN');
create index register_entry_party on register_entry (tenant, party);

-- What happened to an entry; append only.
create table register_entry_event (
  tenant     text not null default current_tenant(),
  id         uuid not null,
  entry_id   uuid not null,
  event      text not null,
  from_state text,
  to_state   text not null,
  on_day     date not null,
  at         timestamptz not null,
  account    uuid,
  name       text not null,
  reason     text not null,
  provision  text,
  primary key (tenant, id),
  foreign key (tenant, entry_id) references register_entry (tenant, id)
);
select protect('register_entry_event', 'select, insert');
create index register_entry_event_entry on register_entry_event (tenant, entry_id, at);

create function decider_is_unrelated() returns trigger language plpgsql as $$
begin
  if party_related_to_account(new.decided_by, new.party) then
    raise exception 'nobody decides on a party that they are related to'
      using errcode = 'check_violation', constraint = tg_table_name || '_unrelated';
  end if;
  return new;
end $$;

-- What is due every year, as filed; somebody looks at it afterwards, and what goes back counts as not filed.
create table register_filing (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  entry_id     uuid not null,
  party        uuid not null,
  year         int not null check (year between 2000 and 2200),
  filed_at     timestamptz not null,
  account      uuid not null,
  name         text not null,
  late         boolean not null,
  provision    text not null,             -- by which it is due
  checker      text,                      -- role that looks at it
  check_by     date,                      -- last working day for it, where the measure sets a time
  result       text check (result in ('ACCEPTED','RETURNED')),
  decided_at   timestamptz,
  decided_by   uuid,
  decider_name text,
  note         text,                      -- what is missing or wrong
  primary key (tenant, id),
  foreign key (tenant, entry_id) references register_entry (tenant, id),
  check ((result is null) = (decided_by is null)),
  check (result <> 'RETURNED' or length(trim(note)) > 0)
);
select protect('register_filing', 'select, insert, update');
create unique index register_filing_once on register_filing (tenant, entry_id, year) where result is distinct from 'RETURNED';
create trigger register_filing_unrelated before insert or update on register_filing
  for each row when (new.decided_by is not null) execute function decider_is_unrelated();

-- Reminders that went out: each once.
create table register_reminder (
  tenant   text not null default current_tenant(),
  entry_id uuid not null,
  year     int not null,
  days     int not null,               -- days before the due day; -1: told that it is hidden
  primary key (tenant, entry_id, year, days),
  foreign key (tenant, entry_id) references register_entry (tenant, id)
);
select protect('register_reminder', 'select, insert');
