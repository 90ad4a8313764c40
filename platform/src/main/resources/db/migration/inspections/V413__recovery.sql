-- What a party owes back, per budget line, until it is back.
create table receivable (
  tenant        text not null default current_tenant(),
  receivable_id uuid not null,
  number        text not null,
  finding_id    uuid not null,
  payable_id    uuid not null,
  funder        text not null,
  line_id       uuid not null,
  account_id    uuid not null,
  party_id      uuid not null,
  party_name    text not null,
  amount_fen    bigint not null check (amount_fen > 0),
  provision     text not null,
  demanded_at   timestamptz not null,
  primary key (tenant, receivable_id),
  unique (tenant, number),
  unique (tenant, payable_id),           -- what was paid is claimed back once
  foreign key (tenant, finding_id) references finding,
  foreign key (tenant, payable_id) references payable,
  foreign key (tenant, account_id) references ledger_account
);
create index receivable_party on receivable (tenant, party_id);
select protect('receivable', 'select, insert');

create table recovery_receipt (
  tenant        text not null default current_tenant(),
  receipt_id    uuid not null,
  receivable_id uuid not null,
  amount_fen    bigint not null check (amount_fen > 0),
  received_on   date not null,
  bank_ref      text not null check (length(trim(bank_ref)) > 0),
  by_id         uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (tenant, receipt_id),
  unique (tenant, bank_ref, receivable_id),
  foreign key (tenant, receivable_id) references receivable
);
select protect('recovery_receipt', 'select, insert');

-- Never more comes back than is owed.
create function recovery_within() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from receivable where tenant = new.tenant and receivable_id = new.receivable_id for update;
  if (select coalesce(sum(amount_fen), 0) from recovery_receipt where tenant = new.tenant and receivable_id = new.receivable_id)
     > (select amount_fen from receivable where tenant = new.tenant and receivable_id = new.receivable_id) then
    raise exception 'more than is owed' using errcode = 'check_violation', constraint = 'recovery_within';
  end if;
  return null;
end $$;
create constraint trigger recovery_within after insert on recovery_receipt for each row execute function recovery_within();
