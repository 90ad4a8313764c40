-- An institution's application for the money behind a completed contract, one per contract and funder.
create table redemption (
  tenant          text not null default current_tenant(),
  redemption_id   uuid not null,
  number          text not null,
  contract_id     uuid not null,
  contract_number text not null,
  title           text not null,
  category        text not null,
  funder          text not null,
  measure         text not null,
  version         text not null,
  provider_id     uuid not null,
  provider_name   text not null,
  client_id       uuid not null,
  client_name     text not null,
  price_fen       bigint not null check (price_fen > 0),
  own_fen         bigint not null check (own_fen >= 0),
  amount_fen      bigint not null check (amount_fen > 0),
  completed_on    date not null,
  last_day        date not null,         -- of the window in which it may be applied for
  case_id         uuid,
  state           text not null check (state in
                    ('DRAFT','IN_REVIEW','SENT_BACK','APPROVED','ON_NOTICE','PAYABLE','PAID','REFUSED','WITHDRAWN','WITHHELD','LAPSED')),
  declared        boolean not null default false,
  decision_id     uuid,
  checks          jsonb,                 -- every finding of the last check
  notice_id       uuid,
  submitted_at    timestamptz,
  cleared_at      timestamptz,
  paid_at         timestamptz,
  stop_provision  text,                  -- set while nothing may go on
  stop_reason     text,
  stopped_at      timestamptz,
  stop_decided_by uuid,                  -- the official who last stopped it or let it go on
  opened_at       timestamptz not null,
  primary key (tenant, redemption_id),
  unique (tenant, number),
  constraint redemption_stop check ((stop_provision is null) = (stop_reason is null) and (stop_reason is null) = (stopped_at is null))
);
-- A contract's money is asked for once at a time.
create unique index redemption_once on redemption (tenant, contract_id, funder) where state not in ('REFUSED','WITHDRAWN','LAPSED');
create index redemption_provider on redemption (tenant, provider_id);
create index redemption_client on redemption (tenant, client_id);
create index redemption_state on redemption (tenant, funder, state);
select protect('redemption', 'select, insert, update');
create trigger redemption_stop_unrelated before insert or update of stop_decided_by on redemption
  for each row when (new.stop_decided_by is not null)
  execute function decider_is_unrelated('stop_decided_by', 'client_id', 'provider_id');

-- The locked parts of vouchers that it asks for.
create table redemption_part (
  tenant        text not null default current_tenant(),
  redemption_id uuid not null,
  hold_id       uuid not null,
  voucher_id    uuid not null,
  voucher       text not null,
  line_id       uuid not null,
  amount_fen    bigint not null check (amount_fen > 0),
  last_day      date not null,
  primary key (tenant, redemption_id, hold_id),
  foreign key (tenant, redemption_id) references redemption,
  foreign key (tenant, line_id) references ledger_line
);
select protect('redemption_part', 'select, insert');

-- A transfer by which the enterprise paid its own part.
create table redemption_receipt (
  tenant        text not null default current_tenant(),
  receipt_id    uuid not null,
  redemption_id uuid not null,
  document_id   uuid not null,
  amount_fen    bigint not null check (amount_fen > 0),
  paid_on       date not null,
  bank_ref      text not null,
  primary key (tenant, receipt_id),
  unique (tenant, redemption_id, bank_ref),
  foreign key (tenant, redemption_id) references redemption
);
select protect('redemption_receipt');
