-- What a funder owes to a party: money that stands as redeemable in the ledger, to be paid by that funder's treasury.
-- Where it comes from is a kind and an id, so that a grant is paid by the same way as a redemption.
create table payable (
  tenant        text not null default current_tenant(),
  payable_id    uuid not null,
  number        text not null,
  source_kind   text not null,
  source_id     uuid not null,
  source_number text not null,
  measure       text not null,
  version       text not null,
  provision     text not null,
  funder        text not null,
  line_id       uuid not null,
  account_id    uuid not null,          -- the ledger account that it is paid from
  payee_id      uuid not null,
  amount_fen    bigint not null,
  purpose_zh    text not null,
  purpose_en    text not null,
  link          text not null,
  state         text not null check (state in ('READY','FROZEN','SENT','PAID','BOUNCED','WITHHELD')),
  stopped       boolean not null default false,   -- must not be paid (again), whatever the bank answers
  suspended     boolean not null default false,   -- not to be paid while its source is under review
  owed_at       timestamptz not null,
  settled_at    timestamptz,
  reason        text,
  decided_by    uuid[] not null default '{}',     -- who decided that it is owed: none of them approves its payment
  apart_by      text,                              -- provision that keeps the two apart
  primary key (tenant, payable_id),
  unique (tenant, number),
  unique (tenant, source_kind, source_id, line_id),
  constraint payable_amount check (amount_fen > 0),
  constraint payable_apart check ((decided_by = '{}') = (apart_by is null)),
  foreign key (tenant, line_id) references ledger_line,
  foreign key (tenant, account_id) references ledger_account
);
create index payable_open on payable (tenant, funder, state);
create index payable_payee on payable (tenant, payee_id);
select protect('payable', 'select, insert, update');
