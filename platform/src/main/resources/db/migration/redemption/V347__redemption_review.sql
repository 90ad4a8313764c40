-- What the third party found, and its declaration that it is related to neither side.
create table redemption_review (
  tenant        text not null default current_tenant(),
  redemption_id uuid not null,
  reviewer      uuid not null,
  reviewer_name text not null,
  unrelated     boolean not null check (unrelated),
  verified      boolean not null,        -- the invoice was looked up at the tax authority
  answers       jsonb not null,
  opinion       text not null,
  reviewed_at   timestamptz not null,
  primary key (tenant, redemption_id, reviewer),
  foreign key (tenant, redemption_id) references redemption
);
select protect('redemption_review', 'select, insert, update');

-- Neither side of the contract is anything to the reviewer: checked against the register, whatever was declared.
create function redemption_review_unrelated() returns trigger language plpgsql as $$
declare
  r redemption;
begin
  select * into r from redemption where tenant = new.tenant and redemption_id = new.redemption_id;
  if party_related_to_account(new.reviewer, r.client_id) or party_related_to_account(new.reviewer, r.provider_id) then
    raise exception 'the reviewer is related to a party' using errcode = 'check_violation', constraint = 'redemption_review_unrelated';
  end if;
  return new;
end $$;
create trigger redemption_review_unrelated before insert or update on redemption_review
  for each row execute function redemption_review_unrelated();

-- Nothing further is redeemed for a party: kept as long as it stands.
create table redemption_bar (
  tenant    text not null default current_tenant(),
  bar_id    uuid not null,
  party_id  uuid not null,
  provision text not null,
  reason    text not null,
  source    uuid not null,               -- the finding that it rests on
  since     timestamptz not null,
  primary key (tenant, bar_id),
  unique (tenant, party_id, source)
);
select protect('redemption_bar', 'select, insert');
