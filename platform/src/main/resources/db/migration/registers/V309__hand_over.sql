-- Cases handed to the judicial authorities: of removals, and of findings in the room above.
create table hand_over (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  subject_kind text not null,
  subject      uuid not null,
  authority    text not null,
  handed_on    date not null,
  reference    text not null,
  note         text not null,
  provision    text not null,
  by_id        uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (tenant, id)
);
create index hand_over_subject on hand_over (tenant, subject_kind, subject);
select protect('hand_over', 'select, insert');
