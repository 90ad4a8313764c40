-- Invoices as they were read from their XML.
create table redemption_invoice (
  tenant        text not null default current_tenant(),
  invoice_id    uuid not null,
  redemption_id uuid not null,
  document_id   uuid not null,
  number        text not null check (number ~ '^\d{20}$'),
  fingerprint   text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  issued        date not null,
  seller_name   text not null,
  seller_code   text not null,
  buyer_name    text not null,
  buyer_code    text not null,
  amount_fen    bigint not null,
  tax_fen       bigint not null,
  total_fen     bigint not null check (total_fen = amount_fen + tax_fen and total_fen > 0),
  cancelled_by  text,                    -- number of the red-letter invoice that took it back
  read_at       timestamptz not null,
  primary key (tenant, invoice_id),
  unique (tenant, redemption_id, number),
  foreign key (tenant, redemption_id) references redemption
);
create index redemption_invoice_fingerprint on redemption_invoice (tenant, fingerprint);
select protect('redemption_invoice');

-- Which invoices are used or taken back, in every city that this installation serves. Nobody can read it: a number is kept
-- only as a hash under the installation's secret, and so is who uses it; two functions are the only way in.
create table invoice_use (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  seller      text not null check (seller ~ '^[0-9a-f]{64}$'),
  used_by     text check (used_by ~ '^[0-9a-f]{64}$'),
  cancelled   boolean not null default false
);

-- 'mine', 'taken' or 'cancelled'. Asks when taking is false; otherwise marks a free invoice as used.
create function invoice_claim(of_invoice text, of_seller text, for_use text, taking boolean) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_row invoice_use;
begin
  if taking then
    insert into invoice_use (fingerprint, seller, used_by) values (of_invoice, of_seller, for_use)
      on conflict (fingerprint) do update set used_by = excluded.used_by
        where invoice_use.used_by is null and not invoice_use.cancelled;
  end if;
  select * into found_row from invoice_use where fingerprint = of_invoice;
  return case
    when found_row.cancelled then 'cancelled'
    when found_row.used_by is null or found_row.used_by = for_use then 'mine'
    else 'taken' end;
end $$;

-- Free again: the application that used it was withdrawn or refused.
create function invoice_release(of_invoice text, for_use text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update invoice_use set used_by = null where fingerprint = of_invoice and used_by = for_use
$$;

-- Taken back by a red-letter invoice of the same seller; nobody can take back another's.
create function invoice_cancel(of_invoice text, of_seller text) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with done as (
    insert into invoice_use (fingerprint, seller, cancelled) values (of_invoice, of_seller, true)
      on conflict (fingerprint) do update set cancelled = true where invoice_use.seller = excluded.seller
      returning 1)
  select exists (select from done)
$$;
revoke all on function invoice_claim(text, text, text, boolean), invoice_release(text, text), invoice_cancel(text, text) from public;
grant execute on function invoice_claim(text, text, text, boolean), invoice_release(text, text), invoice_cancel(text, text) to ${app};
