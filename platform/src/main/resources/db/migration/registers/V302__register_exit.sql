-- Leaving of one's own accord: asked by the institution, decided by a named official with a reason.
create table register_exit (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  number       text not null,
  entry_id     uuid not null,
  party        uuid not null,
  reason       text not null check (length(trim(reason)) > 0),
  state        text not null default 'ASKED' check (state in ('ASKED','GRANTED','REFUSED','WITHDRAWN')),
  asked_at     timestamptz not null,
  asked_by     uuid not null,
  provision    text,                      -- which lets it leave
  decider      text not null,             -- role that decides
  decide_by    date,                      -- last working day for it, where the measure sets a time
  decided_at   timestamptz,
  decided_by   uuid,
  decider_name text,
  grounds      text,
  primary key (tenant, id),
  unique (tenant, number),
  foreign key (tenant, entry_id) references register_entry (tenant, id),
  check ((state in ('GRANTED','REFUSED')) = (decided_by is not null)),
  check (decided_by is null or length(trim(grounds)) > 0),
  constraint register_exit_apart check (decided_by <> asked_by)
);
select protect('register_exit', 'select, insert, update');
create unique index register_exit_open on register_exit (tenant, entry_id) where state = 'ASKED';

create trigger register_exit_unrelated before insert or update on register_exit
  for each row when (new.decided_by is not null) execute function decider_is_unrelated();
