-- A case (办件): what is about what, where it stands, who has it. Its past is in case_step.
create table case_file (
  tenant           text not null default current_tenant(),
  id               uuid not null,
  number           text,                    -- receipt number, from submission on
  kind             text not null,
  measure          text not null,
  version          text not null,           -- the version under which it was filed; never changed
  procedure        text not null,           -- role prefix in the pack
  applicant_class  text not null,
  applicant        uuid not null,
  applicant_name   text not null,
  funder           text,
  handler_agency   text,
  assisting_agency text check (assisting_agency <> handler_agency),
  subject          uuid not null,
  title_zh         text not null,
  title_en         text not null,
  state            text not null check (state in
                     ('DRAFT','IN_REVIEW','SENT_BACK','PASSED','ON_NOTICE','GRANTED','REFUSED','WITHDRAWN')),
  stage            text,
  stage_actor      text,
  due_on           date,
  assignee         uuid,
  assignee_name    text,
  sent_back        int not null default 0,
  missing          jsonb not null default '[]',
  opened_at        timestamptz not null,
  submitted_at     timestamptz,
  closed_at        timestamptz,
  revision         bigint not null default 0,
  primary key (tenant, id),
  unique (tenant, number),
  check ((state in ('IN_REVIEW','SENT_BACK')) = (stage is not null)),
  check ((stage is null) = (stage_actor is null)),
  check ((state in ('GRANTED','REFUSED','WITHDRAWN')) = (closed_at is not null)),
  check (state in ('DRAFT','WITHDRAWN') or number is not null)
);
select protect('case_file');
create index case_file_inbox on case_file (tenant, handler_agency, due_on) where state = 'IN_REVIEW';
create index case_file_applicant on case_file (tenant, applicant, opened_at desc);
create index case_file_subject on case_file (tenant, kind, subject);

-- Parties beside the applicant that it is about; nobody related to any of them decides.
create table case_concerned (
  tenant  text not null default current_tenant(),
  case_id uuid not null,
  party   uuid not null,
  primary key (tenant, case_id, party),
  foreign key (tenant, case_id) references case_file (tenant, id)
);
select protect('case_concerned', 'select, insert');

-- The version, the parties and the subject of a case are what it was filed with.
create function case_file_keeps_its_origin() returns trigger language plpgsql as $$
begin
  if (new.kind, new.measure, new.version, new.procedure, new.applicant, new.subject, new.handler_agency)
     is distinct from
     (old.kind, old.measure, old.version, old.procedure, old.applicant, old.subject, old.handler_agency) then
    raise exception 'a case keeps its kind, version, applicant, subject and handler' using errcode = 'check_violation';
  end if;
  if new.revision <= old.revision then
    raise exception 'the revision of a case only rises' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger case_file_keeps_its_origin before update on case_file
  for each row execute function case_file_keeps_its_origin();
