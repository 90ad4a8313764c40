-- Public notices: a list that is frozen when it is published, objections, and what became of each line.
create table notice (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  number       text not null,
  kind         text not null,
  measure      text not null,
  version      text not null,
  provision    text not null,
  title_zh     text not null,
  title_en     text not null,
  lead_zh      text not null,
  lead_en      text not null,
  agency       text not null,
  funder       text,
  columns      jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null,
  working_days int not null check (working_days > 0),
  holds_list   boolean not null default false,   -- an open objection holds the whole list, where the measure says so
  last_day     date not null,
  content      text not null,            -- canonical form of the list, as hashed
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  closed_at    timestamptz,
  primary key (tenant, id),
  unique (tenant, number),
  check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
select protect('notice', 'select, insert, update');
create index notice_running on notice (tenant, last_day) where closed_at is null;

create table notice_line (
  tenant    text not null default current_tenant(),
  notice_id uuid not null,
  number    int not null check (number > 0),
  ref       uuid not null,
  parties   uuid[] not null default '{}',  -- whom it is about; not public
  fields    jsonb not null,
  state     text not null default 'STANDING' check (state in ('STANDING','HELD','CLEARED','STRUCK')),
  primary key (tenant, notice_id, number),
  foreign key (tenant, notice_id) references notice (tenant, id)
);
select protect('notice_line', 'select, insert, update');
-- What a line stands for is under objection in one place only.
create unique index notice_line_once on notice_line (tenant, ref) where state in ('STANDING','HELD');

-- Frozen: after publication only the end of a notice and the fate of a line may change.
create function notice_is_frozen() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'closed_at' <> to_jsonb(old) - 'closed_at' or old.closed_at is not null then
    raise exception 'a published notice is frozen' using errcode = 'check_violation', constraint = 'notice_is_frozen';
  end if;
  return new;
end $$;
create trigger notice_is_frozen before update on notice for each row execute function notice_is_frozen();

create function notice_line_is_frozen() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'state' <> to_jsonb(old) - 'state' or old.state in ('CLEARED','STRUCK') then
    raise exception 'a published line is frozen' using errcode = 'check_violation', constraint = 'notice_line_is_frozen';
  end if;
  return new;
end $$;
create trigger notice_line_is_frozen before update on notice_line for each row execute function notice_line_is_frozen();
