-- The ledger: accounts of budget lines, transfers that are only added, balances that only the database writes.

-- One budget line's book. Transfers never leave a line, so each line proves itself.
create table ledger_line (
  tenant   text not null default current_tenant(),
  line_id  uuid not null,
  measure  text not null,
  version  text not null,
  funder   text not null,
  year     int  not null,
  primary key (tenant, line_id)
);
select protect('ledger_line', 'select, insert');

create table ledger_account (
  tenant      text not null default current_tenant(),
  account_id  uuid not null,
  kind        text not null check (kind in
                ('APPROPRIATION','UNISSUED','BATCH','VOUCHER','REDEEMABLE','PAID','RECEIVABLE','RECOVERED')),
  line_id     uuid not null,
  ref         uuid,                       -- the batch pot, voucher, contract or finding it belongs to
  balance_fen bigint not null default 0,
  held_fen    bigint not null default 0,
  primary key (tenant, account_id),         -- that the line exists is checked with the first transfer
  constraint ledger_account_held check (held_fen >= 0),
  constraint ledger_account_no_overdraft
    check (kind in ('APPROPRIATION','RECOVERED') or balance_fen - held_fen >= 0)
) with (fillfactor = 70);                 -- room for updates in place: no index names a balance
create unique index ledger_account_of on ledger_account (tenant, line_id, kind, ref) nulls not distinct;
select protect('ledger_account', 'select');
-- Accounts are opened empty; nobody but the trigger below writes a balance.
grant insert (tenant, account_id, kind, line_id, ref) on ledger_account to ${app};

create table ledger_transfer (
  tenant       text not null default current_tenant(),
  transfer_id  uuid not null,
  line_id      uuid not null,
  debit_id     uuid not null,
  credit_id    uuid not null,
  amount_fen   bigint not null,
  phase        text not null check (phase in ('POST','HOLD','CAPTURE','RELEASE')),
  hold_id      uuid,
  movement     text not null,
  provision    text not null,
  subject_kind text not null,
  subject_id   uuid not null,
  actor_id     uuid,                      -- null: the system itself
  actor_name   text not null,
  at           timestamptz not null,
  primary key (tenant, transfer_id),
  constraint ledger_transfer_two_sides check (debit_id <> credit_id),
  constraint ledger_transfer_amount    check (amount_fen > 0),
  constraint ledger_transfer_hold      check ((hold_id is not null) = (phase in ('CAPTURE','RELEASE')))
  -- That both accounts exist, belong to the line and have the kinds of the movement is checked by ledger_apply for all
  -- rows of a statement at once; accounts are never deleted. Foreign keys would ask row by row.
);
create index ledger_transfer_line    on ledger_transfer (tenant, line_id, transfer_id);
create index ledger_transfer_debit   on ledger_transfer (tenant, debit_id, transfer_id);
create index ledger_transfer_credit  on ledger_transfer (tenant, credit_id, transfer_id);
create index ledger_transfer_subject on ledger_transfer (tenant, subject_id);
select protect('ledger_transfer', 'select, insert');

create table ledger_hold (
  tenant        text not null default current_tenant(),
  hold_id       uuid not null,            -- the HOLD transfer's id
  line_id       uuid not null,
  debit_id      uuid not null,
  credit_id     uuid not null,
  remaining_fen bigint not null,
  primary key (tenant, hold_id),
  foreign key (tenant, hold_id) references ledger_transfer,
  constraint ledger_hold_remaining check (remaining_fen >= 0)
);
select protect('ledger_hold', 'select');

-- The only ways in which money moves; anything else (voucher to voucher, a voucher into cash) cannot be written.
-- One comparison with an array, because PostgreSQL inlines that; a function with a subquery would be called row by row.
create function ledger_flow(movement text, phase text, debit_kind text, credit_kind text) returns boolean
language sql immutable as $$
  select movement || ' ' || phase || ' ' || debit_kind || ' ' || credit_kind = any (array[
    'appropriate POST APPROPRIATION UNISSUED',
    'reduce POST UNISSUED APPROPRIATION',
    'allot POST UNISSUED BATCH',
    'return POST BATCH UNISSUED',
    'issue POST BATCH VOUCHER',
    'lock HOLD VOUCHER REDEEMABLE',
    'release RELEASE VOUCHER REDEEMABLE',
    'approve CAPTURE VOUCHER REDEEMABLE',
    'cancel POST REDEEMABLE UNISSUED',
    'pay POST REDEEMABLE PAID',
    'pay HOLD REDEEMABLE PAID',
    'pay CAPTURE REDEEMABLE PAID',
    'bounce RELEASE REDEEMABLE PAID',
    'bounce POST PAID REDEEMABLE',
    'lapse POST VOUCHER UNISSUED',
    'demand POST RECOVERED RECEIVABLE',
    'recover POST RECEIVABLE UNISSUED'])
$$;

-- Applies all transfers of a statement at once. Accounts, then holds, are written in the order of their ids, so that
-- concurrent statements cannot wait for each other in a circle: the ordered side leads a nested loop. The join methods are
-- fixed for that, and because the plan is kept while the tables grow: what is right for an empty ledger would read all of a
-- full one.
create function ledger_apply() returns trigger
language plpgsql security definer
set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off
as $$
begin
  if exists (
    select from added t
      left join ledger_account d on d.tenant = t.tenant and d.account_id = t.debit_id
      left join ledger_account c on c.tenant = t.tenant and c.account_id = t.credit_id
     where (d.line_id = t.line_id and c.line_id = t.line_id
            and ledger_flow(t.movement, t.phase, d.kind, c.kind)) is not true) then
    raise exception 'no such movement of money' using errcode = 'check_violation', constraint = 'ledger_flow';
  end if;

  update ledger_account a
     set balance_fen = a.balance_fen + s.moved, held_fen = a.held_fen + s.held
    from (select tenant, account_id, sum(moved)::bigint as moved, sum(held)::bigint as held
            from (select tenant, debit_id as account_id,
                         case when phase in ('POST','CAPTURE') then -amount_fen else 0 end as moved,
                         case phase when 'HOLD' then amount_fen when 'POST' then 0 else -amount_fen end as held
                    from added
                  union all
                  select tenant, credit_id, amount_fen, 0 from added where phase in ('POST','CAPTURE')) x
           group by 1, 2 order by 1, 2) s
   where a.tenant = s.tenant and a.account_id = s.account_id;

  if exists (select from added where phase <> 'POST') then
    insert into ledger_hold (tenant, hold_id, line_id, debit_id, credit_id, remaining_fen)
      select tenant, transfer_id, line_id, debit_id, credit_id, amount_fen from added where phase = 'HOLD';
    perform 1 from ledger_hold
      where (tenant, hold_id) in (select tenant, hold_id from added where hold_id is not null)
      order by tenant, hold_id for no key update;
    if exists (
      select from added t left join ledger_hold h on h.tenant = t.tenant and h.hold_id = t.hold_id
       where t.hold_id is not null
         and (h.debit_id = t.debit_id and h.credit_id = t.credit_id) is not true) then
      raise exception 'the hold is for other accounts' using errcode = 'check_violation', constraint = 'ledger_hold_same';
    end if;
    update ledger_hold h set remaining_fen = h.remaining_fen - s.fen
      from (select tenant, hold_id, sum(amount_fen) as fen from added where hold_id is not null group by 1, 2) s
     where h.tenant = s.tenant and h.hold_id = s.hold_id;
  end if;

  return null;
end $$;
create trigger ledger_apply after insert on ledger_transfer
  referencing new table as added for each statement execute function ledger_apply();

-- Not even the schema's owner rewrites history.
create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'transfers are never changed or deleted: correct by adding' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_refuse before update or delete or truncate on ledger_transfer
  for each statement execute function ledger_refuse();

-- Locks accounts in the order of their ids and says what is in them. The application may not update accounts, so it
-- could not lock them itself.
create function ledger_locked(accounts uuid[])
returns table (account_id uuid, kind text, line_id uuid, balance_fen bigint, held_fen bigint)
language sql security definer set search_path = public, pg_temp as $$
  select a.account_id, a.kind, a.line_id, a.balance_fen, a.held_fen
    from ledger_account a
   where a.tenant = current_tenant() and a.account_id = any(accounts)
   order by a.tenant, a.account_id for no key update
$$;
revoke all on function ledger_locked(uuid[]) from public;
grant execute on function ledger_locked(uuid[]) to ${app};

-- budget = unissued + held + locked + redeemable + paid - recovered, per line, in one query.
create view ledger_position with (security_invoker = true) as
select tenant, line_id,
       coalesce(-sum(balance_fen) filter (where kind = 'APPROPRIATION'), 0)::bigint           as budget_fen,
       coalesce(sum(balance_fen) filter (where kind in ('UNISSUED','BATCH')), 0)::bigint      as unissued_fen,
       coalesce(sum(balance_fen - held_fen) filter (where kind = 'VOUCHER'), 0)::bigint       as held_fen,
       coalesce(sum(held_fen) filter (where kind = 'VOUCHER'), 0)::bigint                     as locked_fen,
       coalesce(sum(balance_fen) filter (where kind = 'REDEEMABLE'), 0)::bigint               as redeemable_fen,
       coalesce(sum(balance_fen) filter (where kind = 'PAID'), 0)::bigint                     as paid_fen,
       coalesce(-sum(balance_fen) filter (where kind in ('RECOVERED','RECEIVABLE')), 0)::bigint as recovered_fen,
       coalesce(sum(balance_fen) filter (where kind = 'RECEIVABLE'), 0)::bigint               as receivable_fen
  from ledger_account group by tenant, line_id;
grant select on ledger_position to ${app};

-- What rooms above may read of accounts in their own lists.
create view ledger_balance with (security_invoker = true) as
select tenant, account_id, kind, line_id, ref, balance_fen, held_fen, balance_fen - held_fen as free_fen
  from ledger_account;
grant select on ledger_balance to ${app};
