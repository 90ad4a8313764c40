-- Contracts between an enterprise (client) and an institution (provider), and every step that they took.
create table contract (
  tenant          text not null default current_tenant(),
  id              uuid not null,
  number          text not null,
  state           text not null check (state in ('DRAFT', 'OFFERED', 'ACCEPTED', 'AGREED', 'FILED', 'IN_SERVICE', 'DELIVERED',
                                                 'COMPLETED', 'DECLINED', 'WITHDRAWN', 'ENDED')),
  revision        int not null default 1,
  item_id         uuid not null,
  item_version    int  not null,
  measure         text not null,
  measure_version text not null,
  category        text not null,
  client_id       uuid not null,
  client_name     text not null,
  provider_id     uuid not null,
  provider_name   text not null,
  funders         text[] not null default '{}', -- whose officials see it: of the client's places, and of the vouchers that pay
  handler         text,                         -- agency that handles the client's cases; null: the day-to-day administrator
  title           text not null,
  price_fen       bigint not null check (price_fen > 0),
  voucher_fen     bigint not null check (voucher_fen between 0 and price_fen),
  starts_on       date not null,
  ends_on         date not null check (ends_on >= starts_on),
  terms           text,
  other_funding   text,
  price_reason    text,
  turn            text check (turn in ('CLIENT', 'PROVIDER')),
  signed_document uuid,
  signed_hash     text check (signed_hash ~ '^[0-9a-f]{64}$'),
  signed_on       date,
  filing_number   text,
  offered_at      timestamptz,
  answered_at     timestamptz,
  delivered_on    date,
  completed_on    date,
  ended_on        date,
  end_proposed_by text check (end_proposed_by in ('CLIENT', 'PROVIDER')),
  late_told_on    date,
  created_at      timestamptz not null,
  primary key (tenant, id),
  unique (tenant, number),
  unique (tenant, filing_number),
  foreign key (tenant, item_id, item_version) references service_item_version,
  constraint contract_between_two check (client_id <> provider_id),
  -- Filing needs the paper that both agreed to; completion needs a delivery; each end leaves its day.
  check (state not in ('AGREED', 'FILED', 'IN_SERVICE', 'DELIVERED', 'COMPLETED') or (signed_hash is not null and signed_on is not null)),
  check (state not in ('FILED', 'IN_SERVICE', 'DELIVERED', 'COMPLETED') or filing_number is not null),
  check (state not in ('DELIVERED', 'COMPLETED') or delivered_on is not null),
  check ((state = 'COMPLETED') = (completed_on is not null)),
  check ((state = 'ENDED') = (ended_on is not null))
);
create index contract_of_client on contract (tenant, client_id, created_at);
create index contract_of_provider on contract (tenant, provider_id, created_at);
create index contract_running on contract (tenant, ends_on) where state in ('FILED', 'IN_SERVICE', 'DELIVERED');
select protect('contract', 'select, insert, update');

create table contract_step (
  tenant      text not null default current_tenant(),
  id          uuid not null,
  contract_id uuid not null,
  event       text not null,
  from_state  text,
  to_state    text not null,
  side        text not null,
  account     uuid,
  by_name     text not null,
  at          timestamptz not null,
  note        text,
  provision   text,
  primary key (tenant, id),
  foreign key (tenant, contract_id) references contract
);
create index contract_step_of on contract_step (tenant, contract_id, at);
select protect('contract_step', 'select, insert');

-- The office decides on no contract of a party that whoever decides is related to.
create function contract_step_unrelated() returns trigger language plpgsql as $$
begin
  if exists (select from contract c
              where c.tenant = new.tenant and c.id = new.contract_id
                and (party_related_to_account(new.account, c.client_id) or party_related_to_account(new.account, c.provider_id))) then
    raise exception 'nobody decides on a party that they are related to'
      using errcode = 'check_violation', constraint = tg_name;
  end if;
  return new;
end $$;
create trigger contract_step_unrelated before insert on contract_step
  for each row when (new.side = 'OFFICE') execute function contract_step_unrelated();
