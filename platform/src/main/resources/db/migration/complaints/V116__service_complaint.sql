-- What an enterprise says against an institution. The institution is heard, then whoever the measure names answers.
create table service_complaint (
  tenant           text not null default current_tenant(),
  id               uuid not null,
  number           text not null,
  measure          text not null,
  party            uuid not null,
  party_name       text not null,
  institution      uuid not null,
  institution_name text not null,
  provision        text not null,           -- cited: the list of grounds, or a principle
  ground           text,                    -- code of the ground; null for a principle
  cited_zh         text not null,
  cited_en         text not null,
  words            text not null,
  filed_by         uuid not null,
  filed_at         timestamptz not null,
  receivers        text[] not null,         -- roles that answer it, by the measure of the day
  hear_until       date not null,           -- last day for the institution's statement
  due_on           date,                    -- last day for the answer, where the measure sets a time
  statement        text,
  stated_by        uuid,
  stated_at        timestamptz,
  founded          boolean,
  answer           text,
  answered_by      uuid,
  answered_name    text,
  answered_at      timestamptz,
  answered_on      date,
  primary key (tenant, id),
  unique (tenant, number),
  foreign key (tenant, party) references party (tenant, id),
  foreign key (tenant, institution) references party (tenant, id),
  check (party <> institution),
  check (num_nonnulls(statement, stated_by, stated_at) in (0, 3)),
  check (num_nonnulls(founded, answer, answered_by, answered_name, answered_at, answered_on) in (0, 6)),
  -- Heard first: a statement, or the term has passed.
  constraint service_complaint_heard check (answer is null or statement is not null or answered_on > hear_until)
);
select protect('service_complaint', 'select, insert, update');
create index service_complaint_party on service_complaint (tenant, party, filed_at desc);
create index service_complaint_institution on service_complaint (tenant, institution, filed_at desc);
create index service_complaint_open on service_complaint (tenant, due_on) where answer is null;

create function service_complaint_unrelated() returns trigger language plpgsql as $$
begin
  if party_related_to_account(new.answered_by, new.institution) or party_related_to_account(new.answered_by, new.party) then
    raise exception 'nobody answers about a party that they are related to'
      using errcode = 'check_violation', constraint = 'service_complaint_unrelated';
  end if;
  return new;
end $$;
create trigger service_complaint_unrelated before insert or update on service_complaint
  for each row when (new.answered_by is not null) execute function service_complaint_unrelated();
