-- A draw of last year's transactions. First population and commitment are fixed and published, then the secret is revealed
-- together with a public value that nobody could know before; what was fixed cannot be changed.
create table inspection_draw (
  tenant            text not null default current_tenant(),
  draw_id           uuid not null,
  number            text not null,
  measure           text not null,
  version           text not null,
  provision         text not null,
  funder            text not null,
  year              int not null,
  population        int not null check (population > 0),
  sample            int not null check (sample between 1 and population),
  population_sha256 text not null check (population_sha256 ~ '^[0-9a-f]{64}$'),
  secret            text not null check (secret ~ '^[0-9a-f]{64}$'),
  secret_sha256     text not null check (secret_sha256 ~ '^[0-9a-f]{64}$'),
  event             text not null,
  event_on          date not null,
  event_value       text,
  announced_by      uuid not null,
  announced_name    text not null,
  announced_at      timestamptz not null,
  drawn_by          uuid,
  drawn_name        text,
  drawn_at          timestamptz,
  primary key (tenant, draw_id),
  unique (tenant, number),
  unique (tenant, measure, funder, year),
  constraint inspection_draw_commitment check (secret_sha256 = encode(sha256(convert_to(secret, 'UTF8')), 'hex')),
  constraint inspection_draw_drawn check ((event_value is null) = (drawn_at is null) and (drawn_at is null) = (drawn_by is null)),
  constraint inspection_draw_two_people check (drawn_by is distinct from announced_by)
);
select protect('inspection_draw', 'select, insert');
grant update (event_value, drawn_by, drawn_name, drawn_at) on inspection_draw to ${app};

create function inspection_draw_once() returns trigger language plpgsql as $$
begin
  if old.drawn_at is not null then
    raise exception 'a draw is made once' using errcode = 'check_violation', constraint = 'inspection_draw_once';
  end if;
  return new;
end $$;
create trigger inspection_draw_once before update on inspection_draw for each row execute function inspection_draw_once();

-- The population, frozen. The public id of a transaction is its filing number.
create table inspection_population (
  tenant      text not null default current_tenant(),
  draw_id     uuid not null,
  public_id   text not null,
  contract_id uuid not null,
  primary key (tenant, draw_id, public_id),
  foreign key (tenant, draw_id) references inspection_draw
);
select protect('inspection_population', 'select, insert');
