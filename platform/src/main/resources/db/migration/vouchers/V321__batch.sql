-- Batches with their guides. Money is allotted when a batch is released; its state follows from its date-times.
create table batch (
  tenant         text not null default current_tenant(),
  batch_id       uuid not null,
  number         text not null,
  line_id        uuid not null,
  measure        text not null,
  version        text not null,
  title_zh       text not null,
  title_en       text not null,
  amount_fen     bigint not null check (amount_fen > 0),
  guide          jsonb not null,
  opens_at       timestamptz not null,
  closes_at      timestamptz not null,
  plan_document  uuid,
  guide_document uuid,
  planned_by     uuid,
  planned_name   text not null,
  planned_at     timestamptz not null,
  released_name  text,
  released_at    timestamptz,
  closed_early   text,
  returned_at    timestamptz,
  draw_seed      text,                     -- only for batches whose order is drawn
  drawn_at       timestamptz,
  primary key (tenant, batch_id),
  unique (tenant, number),
  foreign key (tenant, line_id) references budget_line,
  check (closes_at > opens_at)
);
create index batch_line on batch (tenant, line_id);
create index batch_times on batch (tenant, opens_at, closes_at);
select protect('batch', 'select, insert, update');

-- The row that claims of a batch lock: small, because it is written with every group of claims.
create table batch_tally (
  tenant   text not null default current_tenant(),
  batch_id uuid not null,
  holders  int not null default 0,
  holders_most int,
  primary key (tenant, batch_id),
  foreign key (tenant, batch_id) references batch,
  constraint batch_tally_holders check (holders >= 0 and (holders_most is null or holders <= holders_most))
) with (fillfactor = 50);
select protect('batch_tally', 'select, insert, update');

-- Money set apart per category of service ('' for all); the amount left is the ledger account's.
create table batch_pot (
  tenant     text not null default current_tenant(),
  batch_id   uuid not null,
  category   text not null,
  pot_id     uuid not null,
  account_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (tenant, batch_id, category),
  foreign key (tenant, batch_id) references batch
);
select protect('batch_pot', 'select, insert');
