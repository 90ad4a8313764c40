-- The timeline of cases, append only, and the guard of separated steps: whatever the application does, one person
-- decides in at most one stage of a case, and nobody decides on a party that they are related to.
create table case_step (
  tenant     text not null default current_tenant(),
  id         uuid not null,
  case_id    uuid not null,
  event      text not null,
  stage      text,
  from_state text not null,
  to_state   text not null,
  account    uuid,                     -- null: the system
  name       text not null,
  role       text not null,
  agency     text,
  at         timestamptz not null,
  reason     text not null default '',
  provision  text,
  deciding   boolean not null,         -- an act of the stage's handler: pass, refuse, send back
  missing    jsonb not null default '[]',
  primary key (tenant, id),
  foreign key (tenant, case_id) references case_file (tenant, id),
  check (not deciding or (account is not null and stage is not null and length(trim(reason)) > 0)),
  constraint case_step_apart
    exclude using gist (tenant with =, case_id with =, account with =, stage with <>) where (deciding)
);
select protect('case_step', 'select, insert');
create index case_step_case on case_step (tenant, case_id, at);

create function case_step_unrelated() returns trigger language plpgsql as $$
begin
  if exists (
      select from (select f.applicant as party from case_file f where f.tenant = new.tenant and f.id = new.case_id
                   union all
                   select c.party from case_concerned c where c.tenant = new.tenant and c.case_id = new.case_id) p
       where party_related_to_account(new.account, p.party)) then
    raise exception 'nobody decides on a party that they are related to'
      using errcode = 'check_violation', constraint = 'case_step_unrelated';
  end if;
  return new;
end $$;
create trigger case_step_unrelated before insert on case_step
  for each row when (new.deciding) execute function case_step_unrelated();

-- Reminders to the applicant of a case that went back: each once.
create table case_reminder (
  tenant  text not null default current_tenant(),
  case_id uuid not null,
  due_on  date not null,
  late    boolean not null,
  primary key (tenant, case_id, due_on, late),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select protect('case_reminder', 'select, insert');
