-- One transaction under inspection: drawn, or looked into for a cause.
create table inspection (
  tenant         text not null default current_tenant(),
  inspection_id  uuid not null,
  number         text not null,
  draw_id        uuid,
  rank           int,                    -- place in the draw
  cause          text,                   -- why, when not drawn
  measure        text not null,
  version        text not null,
  provision      text not null,
  funder         text not null,
  contract_id    uuid not null,
  public_id      text not null,
  title          text not null,
  provider_id    uuid not null,
  provider_name  text not null,
  client_id      uuid not null,
  client_name    text not null,
  inspector      uuid,
  inspector_name text,
  state          text not null check (state in ('OPEN','ASSIGNED','CLEAN','FINDING')),
  result         text,
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  primary key (tenant, inspection_id),
  unique (tenant, number),
  unique (tenant, draw_id, contract_id),
  foreign key (tenant, draw_id) references inspection_draw,
  constraint inspection_why check ((draw_id is null) = (cause is not null)),
  constraint inspection_closed check ((state in ('CLEAN','FINDING')) = (closed_at is not null and result is not null))
);
create index inspection_state on inspection (tenant, funder, state);
select protect('inspection', 'select, insert, update');

create table inspection_visit (
  tenant        text not null default current_tenant(),
  visit_id      uuid not null,
  inspection_id uuid not null,
  visited_on    date not null,
  place         text not null,
  present       text not null,
  found         text not null,
  cooperated    boolean not null,
  by_id         uuid not null,
  by_name       text not null,
  noted_at      timestamptz not null,
  primary key (tenant, visit_id),
  foreign key (tenant, inspection_id) references inspection
);
select protect('inspection_visit', 'select, insert');

-- Whoever inspects is nothing to either side.
create function inspection_unrelated() returns trigger language plpgsql as $$
begin
  if new.inspector is not null
     and (party_related_to_account(new.inspector, new.provider_id) or party_related_to_account(new.inspector, new.client_id)) then
    raise exception 'the inspector is related to a party' using errcode = 'check_violation', constraint = 'inspection_unrelated';
  end if;
  return new;
end $$;
create trigger inspection_unrelated before insert or update on inspection for each row execute function inspection_unrelated();
