-- Every answer of a measure as it was given: facts, as-of date, version and trace. Append only.
create table decision (
  tenant          text not null default current_tenant(),
  id              uuid not null,
  measure         text not null,
  version         text not null,
  role            text not null,
  applicant_class text not null,
  as_of           date not null,
  granted         boolean not null,
  subject_kind    text not null,
  subject         uuid not null,
  funder          text,                  -- whose money it is about; null: it concerns every office
  kept_at         timestamptz not null,
  content         json not null,
  primary key (tenant, id)
) with (toast_tuple_target = 8160);
-- Kept as it was written and in its row: nothing asks inside it, and compressing it costs more than all the rest of a claim.
alter table decision alter column content set storage external;
create index decision_subject on decision (tenant, subject, kept_at);
create index decision_measure on decision (tenant, measure, kept_at);
select protect('decision', 'select, insert');
