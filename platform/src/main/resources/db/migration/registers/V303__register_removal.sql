-- Removal: proposed on a ground with evidence, the party is heard first, somebody else decides, the operator carries it out.
create table register_removal (
  tenant         text not null default current_tenant(),
  id             uuid not null,
  number         text not null,
  entry_id       uuid not null,
  measure        text not null,
  party          uuid not null,
  credit_code    text not null,
  ground         text not null,
  ground_zh      text not null,
  ground_en      text not null,
  ground_by      text,                    -- provision that lists the ground
  sanctioned_by  text not null,           -- provision that provides for the removal and its bar
  facts          text not null check (length(trim(facts)) > 0),
  state          text not null default 'PROPOSED'
                   check (state in ('PROPOSED','DECIDED','DISMISSED','CARRIED_OUT')),
  proposed_at    timestamptz not null,
  proposed_by    uuid not null,
  proposer_name  text not null,
  hear_until     date not null,           -- last day for the party's statement
  decider        text not null,           -- role that decides
  decide_by      date,                    -- last working day for it, where the measure sets a time
  carrier        text not null,           -- role that carries it out
  carry_out_by   date,                    -- last working day for it, from the decision on
  statement      text,
  stated_at      timestamptz,
  waived         boolean not null default false,
  decided_at     timestamptz,
  decided_on     date,
  decided_by     uuid,
  decider_name   text,
  grounds        text,
  carried_out_on date,
  carried_out_by uuid,
  carrier_name   text,
  receipt        text,
  barred_until   date,                    -- last barred day; fixed when it is carried out
  revision       bigint not null default 0,
  primary key (tenant, id),
  unique (tenant, number),
  foreign key (tenant, entry_id) references register_entry (tenant, id),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by is null or length(trim(grounds)) > 0),
  check ((state = 'CARRIED_OUT') = (carried_out_on is not null)),
  check (carried_out_on is null or carried_out_on >= decided_on),
  constraint register_removal_apart check (decided_by <> proposed_by),
  -- Heard first: a statement, a waiver, or the term has passed.
  constraint register_removal_heard check (
    state not in ('DECIDED','CARRIED_OUT') or statement is not null or waived or decided_on > hear_until)
);
select protect('register_removal', 'select, insert, update');
create unique index register_removal_open on register_removal (tenant, entry_id) where state in ('PROPOSED','DECIDED');
create index register_removal_bar on register_removal (tenant, measure, credit_code) where state in ('DECIDED','CARRIED_OUT');
create trigger register_removal_unrelated before insert or update of decided_by on register_removal
  for each row when (new.decided_by is not null) execute function decider_is_unrelated('decided_by', 'party');

create function register_removal_proposer_is_unrelated() returns trigger language plpgsql as $$
begin
  if party_related_to_account(new.proposed_by, new.party) then
    raise exception 'nobody proposes against a party that they are related to'
      using errcode = 'check_violation', constraint = 'register_removal_unrelated';
  end if;
  return new;
end $$;
create trigger register_removal_proposer before insert on register_removal
  for each row execute function register_removal_proposer_is_unrelated();
