-- A finding against a party: raised, the party heard, decided by somebody else.
create table finding (
  tenant        text not null default current_tenant(),
  finding_id    uuid not null,
  number        text not null,
  inspection_id uuid,
  funder        text not null,
  party_id      uuid not null,
  party_name    text not null,
  measure       text not null,
  version       text not null,
  provision     text not null,           -- of the sanction
  sanction      text not null,           -- role under which the pack has it
  ground        text not null,
  ground_zh     text not null,
  ground_en     text not null,
  statement     text not null,
  state         text not null check (state in ('OPEN','HEARING','UPHELD','DISMISSED')),
  found_by      uuid not null,
  found_name    text not null,
  found_at      timestamptz not null,
  hear_until    date,
  decided_by    uuid,
  decided_name  text,
  decided_at    timestamptz,
  reason        text,
  removal_at    timestamptz,             -- removal from the register was proposed
  primary key (tenant, finding_id),
  unique (tenant, number),
  foreign key (tenant, inspection_id) references inspection,
  constraint finding_two_people check (decided_by is distinct from found_by),
  constraint finding_decided check ((state in ('UPHELD','DISMISSED')) = (decided_by is not null and decided_at is not null and reason is not null))
);
create index finding_party on finding (tenant, party_id);
create index finding_state on finding (tenant, funder, state);
select protect('finding', 'select, insert, update');

create function finding_unrelated() returns trigger language plpgsql as $$
begin
  if new.decided_by is not null and party_related_to_account(new.decided_by, new.party_id) then
    raise exception 'the decider is related to the party' using errcode = 'check_violation', constraint = 'finding_unrelated';
  end if;
  return new;
end $$;
create trigger finding_unrelated before insert or update on finding for each row execute function finding_unrelated();

-- The contracts to which it extends: what was paid for them is claimed back.
create table finding_contract (
  tenant      text not null default current_tenant(),
  finding_id  uuid not null,
  contract_id uuid not null,
  public_id   text not null,
  primary key (tenant, finding_id, contract_id),
  foreign key (tenant, finding_id) references finding
);
select protect('finding_contract', 'select, insert');

-- What the party says to it, by itself or as taken down by an official.
create table finding_hearing (
  tenant     text not null default current_tenant(),
  hearing_id uuid not null,
  finding_id uuid not null,
  said       text not null check (length(trim(said)) > 0),
  by_id      uuid not null,
  by_name    text not null,
  by_party   boolean not null,
  at         timestamptz not null,
  primary key (tenant, hearing_id),
  foreign key (tenant, finding_id) references finding
);
select protect('finding_hearing', 'select, insert');

-- An enterprise's choice about a running contract with a party against which a finding was upheld.
create table finding_choice (
  tenant      text not null default current_tenant(),
  finding_id  uuid not null,
  contract_id uuid not null,
  finish      boolean not null,
  reason      text not null,
  by_id       uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (tenant, finding_id, contract_id),
  foreign key (tenant, finding_id) references finding
);
select protect('finding_choice', 'select, insert');
