-- Contracts that ran when their institution was removed: each enterprise ends its own or lets it finish.
create table register_removal_contract (
  tenant      text not null default current_tenant(),
  removal_id  uuid not null,
  contract_id uuid not null,
  number      text not null,
  title       text not null,
  client      uuid not null,
  choose_by   date,                       -- last working day for the choice, where the measure sets a time
  provision   text not null,              -- which leaves the choice to the enterprise
  asked_at    timestamptz not null,
  choice      text check (choice in ('END','FINISH','OVER')),   -- OVER: no longer running before it was chosen
  reason      text,
  chosen_at   timestamptz,
  chosen_by   uuid,
  primary key (tenant, removal_id, contract_id),
  foreign key (tenant, removal_id) references register_removal (tenant, id),
  check ((choice is null) = (chosen_at is null)),
  check ((choice in ('END','FINISH')) = (chosen_by is not null and length(trim(reason)) > 0) or choice is null)
);
select protect('register_removal_contract', 'select, insert, update');
create index register_removal_contract_open on register_removal_contract (tenant, client) where choice is null;
create index register_removal_contract_of on register_removal_contract (tenant, contract_id) where choice is null;
