-- Budget lines per funder and year. The bureau proposes a total, another person of the finance body confirms it; the
-- difference is then a transfer in the ledger.
create table budget_line (
  tenant  text not null default current_tenant(),
  line_id uuid not null,
  measure text not null,
  version text not null,
  funder  text not null,
  year    int  not null check (year between 2000 and 9999),
  primary key (tenant, line_id),
  unique (tenant, measure, funder, year)
);
select protect('budget_line', 'select, insert');

create table budget_change (
  tenant        text not null default current_tenant(),
  change_id     uuid not null,
  line_id       uuid not null,
  total_fen     bigint not null check (total_fen >= 0),   -- what the line amounts to afterwards
  reason        text not null check (reason <> ''),
  proposed_by   uuid not null,
  proposed_name text not null,
  proposed_at   timestamptz not null,
  answer        text check (answer in ('CONFIRMED', 'REFUSED')),
  answered_by   uuid,
  answered_name text,
  answered_at   timestamptz,
  answer_reason text,
  moved_fen     bigint,                                   -- what confirming moved; negative when reduced
  primary key (tenant, change_id),
  foreign key (tenant, line_id) references budget_line,
  constraint budget_change_two_people check (answered_by <> proposed_by),
  check ((answer is null) = (answered_by is null))
);
create unique index budget_change_open on budget_change (tenant, line_id) where answer is null;
create index budget_change_line on budget_change (tenant, line_id, change_id);
select protect('budget_change', 'select, insert, update');
