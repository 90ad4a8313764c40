-- Who did what, when, to what, on which grounds. Append only: not even the application can change a record.
-- tx and position order the records for sealing: those of transactions that ended can be told from those still running.
create table audit_record (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  at           timestamptz not null,
  account      uuid,
  name         text not null,
  role         text not null,
  party        uuid,
  agency       text,
  act          text not null check (act ~ '^[a-z][a-z0-9_.]+$'),
  subject_kind text not null,
  subject      uuid not null,
  provision    text,
  grounds      text not null,
  details      jsonb not null,
  tx           xid8 not null default pg_current_xact_id(),
  position     bigint generated always as identity,
  primary key (tenant, id)
);
create index audit_record_to_seal on audit_record (tenant, tx, position);
create index audit_record_at on audit_record (tenant, at desc, id);
create index audit_record_subject on audit_record (tenant, subject, at);
create index audit_record_account on audit_record (tenant, account, at);
create index audit_record_act on audit_record (tenant, act);
select protect('audit_record', 'select, insert');
