-- Where a party's money goes. A new account replaces the old one, which stays as history.
create table bank_account (
  tenant         text not null default current_tenant(),
  id             uuid not null,
  party_id       uuid not null,
  holder         text not null,
  bank           text not null,
  number         text not null constraint bank_account_number_encrypted check (number like 'sm4:%'),
  since          timestamptz not null,
  set_by         uuid,
  replaced_at    timestamptz check (replaced_at >= since),
  bounced_reason text,
  primary key (tenant, id),
  foreign key (tenant, party_id) references party (tenant, id)
);
select protect('bank_account', 'select, insert, update');
create unique index bank_account_current on bank_account (tenant, party_id) where replaced_at is null;
create index bank_account_history on bank_account (tenant, party_id, since desc);
