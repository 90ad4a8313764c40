-- What ties parties together. The value itself (identity number, phone, bank account) is never kept: only its keyed hash.
create table party_relation (
  tenant   text not null default current_tenant(),
  id       uuid not null,
  party_id uuid not null,
  kind     text not null check (kind in
             ('SELF', 'LEGAL_REP', 'CONTROLLER', 'SHAREHOLDER', 'STAFF', 'PHONE', 'BANK_ACCOUNT')),
  hash     text not null check (hash ~ '^[0-9a-f]{64}$'),
  masked   text not null,
  since    date not null,
  until    date check (until >= since),
  primary key (tenant, id),
  foreign key (tenant, party_id) references party (tenant, id)
);
select protect('party_relation', 'select, insert, update');
create unique index party_relation_once on party_relation (tenant, party_id, kind, hash) where until is null;
create index party_relation_hash on party_relation (tenant, hash) where until is null;

-- What ties a person with an account to parties: belongs to it, declared an interest, or is on record somewhere.
create table account_tie (
  tenant     text not null default current_tenant(),
  id         uuid not null,
  account_id uuid not null,
  kind       text not null check (kind in ('MEMBER', 'DECLARED', 'PERSON', 'PHONE')),
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  masked     text not null,
  reason     text not null,
  since      date not null,
  until      date check (until >= since),
  end_reason text,
  primary key (tenant, id),
  check ((until is null) = (end_reason is null))
);
select protect('account_tie', 'select, insert, update');
create unique index account_tie_once on account_tie (tenant, account_id, kind, hash) where until is null;

-- Whether somebody may not decide on a party. Used by triggers of other rooms, under the caller's own row security.
-- Directly: the account's ties meet something on record of the party. By one step: they meet another party that has its
-- controller, owner or legal representative in common with this one.
create function party_related_to_account(account uuid, party uuid) returns boolean
language sql stable security invoker as $$
  with mine as (
    select t.hash from account_tie t where t.account_id = $1 and t.until is null
  ), its as (
    select r.kind, r.hash from party_relation r where r.party_id = $2 and r.until is null
  )
  select exists (select from mine join its using (hash))
      or exists (
        select from mine
          join party_relation self on self.hash = mine.hash and self.kind = 'SELF' and self.until is null
          join party_relation theirs on theirs.tenant = self.tenant and theirs.party_id = self.party_id
           and theirs.until is null and theirs.kind in ('SELF', 'LEGAL_REP', 'CONTROLLER', 'SHAREHOLDER')
          join its on its.hash = theirs.hash and its.kind in ('SELF', 'LEGAL_REP', 'CONTROLLER', 'SHAREHOLDER'))
$$;

-- Nobody decides on a party that they are related to: a trigger's arguments are the column of who decides and those of the
-- parties. Fire it on updates of the deciding column, so that a later tie does not freeze the row.
create function decider_is_unrelated() returns trigger language plpgsql as $$
declare
  decided jsonb := to_jsonb(new);
begin
  for i in 1 .. tg_nargs - 1 loop
    if party_related_to_account((decided ->> tg_argv[0])::uuid, (decided ->> tg_argv[i])::uuid) then
      raise exception 'nobody decides on a party that they are related to'
        using errcode = 'check_violation', constraint = tg_name;
    end if;
  end loop;
  return new;
end $$;
