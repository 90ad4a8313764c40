-- A verification of the trail that somebody asked for, or that the night began; a job carries it out.
create table audit_check (
  tenant    text not null default current_tenant(),
  id        uuid not null,
  asked_at  timestamptz not null default clock_timestamp(),
  asked_by  text not null,
  anchor    jsonb,
  done_at   timestamptz,
  sealed    bigint,
  waiting   bigint,
  kind      text,
  number    bigint,
  record    uuid,
  said_zh   text,
  said_en   text,
  primary key (tenant, id)
);
create index audit_check_asked on audit_check (tenant, asked_at desc);
select protect('audit_check', 'select, insert, update');
