-- An objection by anyone who leaves a contact. The contact is for the answering agency only.
create table objection (
  tenant      text not null default current_tenant(),
  id          uuid not null,
  number      text not null,
  notice_id   uuid not null,
  line        int not null,
  name        text not null check (length(trim(name)) > 0),
  contact     text not null constraint objection_contact_encrypted check (contact like 'sm4:%'),
  contact_hash text not null,            -- by which the same contact is known again
  grounds     text not null check (length(trim(grounds)) > 0),
  source      text,                      -- keyed hash of where it came from, against floods
  at          timestamptz not null,
  answer_by   date,                      -- last working day for the answer, where the measure sets a time
  state       text not null default 'OPEN' check (state in ('OPEN','UPHELD','REJECTED')),
  answer      text,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  primary key (tenant, id),
  unique (tenant, number),
  foreign key (tenant, notice_id, line) references notice_line (tenant, notice_id, number),
  check ((state = 'OPEN') = (answer is null)),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
select protect('objection', 'select, insert, update');
create index objection_notice on objection (tenant, notice_id, line);

-- Reminders to the office that answers: each once.
create table objection_reminder (
  tenant       text not null default current_tenant(),
  objection_id uuid not null,
  late         boolean not null,
  primary key (tenant, objection_id, late),
  foreign key (tenant, objection_id) references objection (tenant, id)
);
select protect('objection_reminder', 'select, insert');

create function objection_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'OPEN' or (new.name, new.contact, new.grounds, new.at, new.notice_id, new.line)
       is distinct from (old.name, old.contact, old.grounds, old.at, old.notice_id, old.line) then
    raise exception 'an objection stays as it was made and is answered once'
      using errcode = 'check_violation', constraint = 'objection_is_answered_once';
  end if;
  return new;
end $$;
create trigger objection_is_answered_once before update on objection
  for each row execute function objection_is_answered_once();

-- Nobody answers an objection about a party that they are related to.
create function objection_unrelated() returns trigger language plpgsql as $$
begin
  if exists (select from notice_line l
              where l.tenant = new.tenant and l.notice_id = new.notice_id and l.number = new.line
                and l.party is not null and party_related_to_account(new.answered_by, l.party)) then
    raise exception 'nobody decides on a party that they are related to'
      using errcode = 'check_violation', constraint = 'objection_unrelated';
  end if;
  return new;
end $$;
create trigger objection_unrelated before update on objection
  for each row when (new.answered_by is not null) execute function objection_unrelated();
