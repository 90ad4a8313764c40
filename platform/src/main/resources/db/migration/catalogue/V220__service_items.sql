-- Service items: one working copy each, and every published version for good.
create table service_item (
  tenant          text not null default current_tenant(),
  id              uuid not null,
  number          text not null,
  party_id        uuid not null,
  measure         text not null,
  state           text not null check (state in ('DRAFT', 'PUBLISHED', 'INACTIVE', 'TAKEN_OUT')),
  revision        int  not null default 1,     -- counts every change; two editors at once are noticed by it
  version         int  not null default 0,     -- last published version
  working         jsonb not null,
  created_at      timestamptz not null,
  published_at    timestamptz,
  inactive_reason text,
  decided_by      uuid,                        -- the official who took it out, or let it back, until it is published again
  decider_name    text,
  -- The last published version again, as columns, for the search.
  party_name          text not null,
  area                text,
  title               text not null,
  category            text,
  scope               text,
  fee_mode            text,
  fee_fen             bigint check (fee_fen > 0),
  qualification_until date,
  qualification_told  int,                     -- days ahead of the last notice of its end; -1: that it is over
  search_text         text not null default '',
  primary key (tenant, id),
  unique (tenant, number),
  check (state <> 'PUBLISHED' or (version > 0 and published_at is not null and category is not null and scope is not null
         and fee_mode is not null)),
  check (state not in ('INACTIVE', 'TAKEN_OUT') or inactive_reason is not null),
  check (state <> 'TAKEN_OUT' or (decided_by is not null and decider_name is not null))
);
create index service_item_of_party on service_item (tenant, party_id);
create index service_item_by_category on service_item (tenant, category) where state = 'PUBLISHED';
-- Three characters and more are found by this index, two by a scan of it (see docs: pg_trgm and Chinese).
create index service_item_words on service_item using gin (search_text gin_trgm_ops);
select protect('service_item');

create trigger service_item_unrelated before insert or update of decided_by on service_item
  for each row when (new.decided_by is not null) execute function decider_is_unrelated('decided_by', 'party_id');

-- What an official took out stays out until an official lets it back; then its institution may publish it again.
create function service_item_stays_out() returns trigger language plpgsql as $$
begin
  if new.state <> 'TAKEN_OUT' and (new.state <> 'INACTIVE' or new.decided_by is null) then
    raise exception 'an item that was taken out is let back by an official'
      using errcode = 'check_violation', constraint = 'service_item_stays_out';
  end if;
  return new;
end $$;
create trigger service_item_stays_out before update on service_item
  for each row when (old.state = 'TAKEN_OUT') execute function service_item_stays_out();

create table service_item_version (
  tenant       text not null default current_tenant(),
  item_id      uuid not null,
  version      int  not null check (version > 0),
  item         jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant, item_id, version),
  foreign key (tenant, item_id) references service_item
);
select protect('service_item_version', 'select, insert');
