-- A file for one funder's treasury. Its lines are frozen; who approves it is not who prepared it.
create table payout_file (
  tenant        text not null default current_tenant(),
  file_id       uuid not null,
  number        text not null,
  funder        text not null,
  prepared_on   date not null,
  lines         int not null check (lines > 0),
  total_fen     bigint not null check (total_fen > 0),
  detail_sha256 text not null check (detail_sha256 ~ '^[0-9a-f]{64}$'),
  state         text not null check (state in ('PREPARED','APPROVED','CANCELLED','ANSWERED')),
  prepared_by   uuid not null,
  prepared_name text not null,
  prepared_at   timestamptz not null,
  approved_by   uuid,
  approved_name text,
  approved_at   timestamptz,
  cancel_reason text,
  primary key (tenant, file_id),
  unique (tenant, number),
  constraint payout_file_two_people check (approved_by is distinct from prepared_by),
  constraint payout_file_approved check ((state in ('APPROVED','ANSWERED')) = (approved_by is not null and approved_at is not null))
);
create index payout_file_of on payout_file (tenant, funder, prepared_at desc);
select protect('payout_file', 'select, insert, update');

create table payout_line (
  tenant       text not null default current_tenant(),
  file_id      uuid not null,
  row_no       int not null check (row_no > 0),
  number       text not null,           -- by which the treasury answers
  payable_id   uuid not null,
  payee_name   text not null,
  payee_code   text not null,
  bank_account uuid not null,
  bank_name    text not null,
  account_no   text not null constraint payout_line_account_encrypted check (account_no like 'sm4:%'),
  amount_fen   bigint not null check (amount_fen > 0),
  purpose      text not null,
  hold_id      uuid,                    -- of the ledger, from approval on
  state        text not null check (state in ('FROZEN','SENT','PAID','BOUNCED','CANCELLED')),
  settled_on   date,
  bank_ref     text,
  reason       text,
  primary key (tenant, file_id, row_no),
  unique (tenant, number),
  foreign key (tenant, file_id) references payout_file,
  foreign key (tenant, payable_id) references payable,
  constraint payout_line_paid check (state <> 'PAID' or (settled_on is not null and bank_ref is not null)),
  constraint payout_line_bounced check (state <> 'BOUNCED' or (settled_on is not null and reason is not null)),
  -- A payable is on its way in at most one file, and paid by at most one line.
  constraint payout_line_once exclude (tenant with =, payable_id with =) where (state in ('FROZEN','SENT','PAID'))
);
create index payout_line_payable on payout_line (tenant, payable_id);
select protect('payout_line', 'select, insert, update');

-- What a line says to the treasury never changes: only what the treasury answers is added.
create function payout_line_frozen() returns trigger language plpgsql as $$
begin
  if (new.number, new.payable_id, new.payee_name, new.payee_code, new.bank_account, new.bank_name, new.account_no,
      new.amount_fen, new.purpose)
     is distinct from
     (old.number, old.payable_id, old.payee_name, old.payee_code, old.bank_account, old.bank_name, old.account_no,
      old.amount_fen, old.purpose) then
    raise exception 'a line of a payout file is frozen' using errcode = 'check_violation', constraint = 'payout_line_frozen';
  end if;
  return new;
end $$;
create trigger payout_line_frozen before update on payout_line for each row execute function payout_line_frozen();

-- Whoever decided that a line is owed does not approve its payment, where the measure keeps the two apart; and nobody
-- approves what must not be paid.
create function payout_file_approval() returns trigger language plpgsql as $$
begin
  if exists (select from payout_line l join payable p on p.tenant = l.tenant and p.payable_id = l.payable_id
              where l.tenant = new.tenant and l.file_id = new.file_id and new.approved_by = any (p.decided_by)) then
    raise exception 'whoever decided that it is owed does not approve its payment'
      using errcode = 'check_violation', constraint = 'payout_file_decider_apart';
  end if;
  if exists (select from payout_line l join payable p on p.tenant = l.tenant and p.payable_id = l.payable_id
              where l.tenant = new.tenant and l.file_id = new.file_id and (p.stopped or p.suspended)) then
    raise exception 'a line of the file must not be paid' using errcode = 'check_violation', constraint = 'payout_file_line_stopped';
  end if;
  return new;
end $$;
create trigger payout_file_approval before update on payout_file for each row
  when (new.state = 'APPROVED' and old.state <> 'APPROVED') execute function payout_file_approval();
