-- Contracts filed against vouchers. The money is locked by ledger holds.
create table filing (
  tenant          text not null default current_tenant(),
  filing_id       uuid not null,
  number          text not null,
  contract_id     uuid not null,
  holder          uuid not null,
  institution     uuid not null,
  category        text not null,
  price_fen       bigint not null check (price_fen > 0),
  decision_id     uuid,
  filed_name      text not null,
  filed_at        timestamptz not null,
  released_at     timestamptz,
  released_name   text,
  released_reason text,
  primary key (tenant, filing_id),
  unique (tenant, number),
  check ((released_at is null) = (released_reason is null))
);
create unique index filing_contract on filing (tenant, contract_id);
create index filing_holder on filing (tenant, holder, filing_id);
create index filing_institution on filing (tenant, institution, filing_id);
create index filing_filed on filing (tenant, filed_at);
select protect('filing', 'select, insert');
grant update (released_at, released_name, released_reason) on filing to ${app};

create table filing_part (
  tenant     text not null default current_tenant(),
  filing_id  uuid not null,
  voucher_id uuid not null,
  hold_id    uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (tenant, filing_id, voucher_id),
  foreign key (tenant, filing_id) references filing,
  foreign key (tenant, voucher_id) references voucher,
  foreign key (tenant, hold_id) references ledger_hold
);
create index filing_part_voucher on filing_part (tenant, voucher_id);
select protect('filing_part', 'select, insert');

-- The administrator's reasoned word on a category that needs it, contract by contract.
create table category_approval (
  tenant      text not null default current_tenant(),
  contract_id uuid not null,
  approved    boolean not null,
  reason      text not null check (reason <> ''),
  by_id       uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (tenant, contract_id)
);
select protect('category_approval', 'select, insert');
