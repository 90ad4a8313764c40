-- What every room's tables need: extensions, the tenant rule, and helpers so that a table is protected in one line.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

grant usage on schema public to ${app};

create function current_tenant() returns text language sql stable
  return nullif(current_setting('zhuqi.tenant', true), '');

-- Shows and takes only rows of the current tenant, and grants the application what it needs and no more.
-- Usage: select protect('claim');                    all of select, insert, update, delete
--        select protect('ledger_transfer', 'select, insert');   append only
create function protect(t regclass, rights text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy tenant_only on %s using (tenant = current_setting(''zhuqi.tenant'', true))'
              || ' with check (tenant = current_setting(''zhuqi.tenant'', true))', t);
  execute format('grant %s on %s to ${app}', rights, t);
end $$;

-- A tenant is one city's platform. Not a region, and not a funder.
create table tenant (
  tenant  text primary key check (tenant ~ '^[a-z][a-z0-9_-]{1,30}$'),
  name_zh text not null,
  name_en text not null,
  host    text unique          -- the host name under which it is reached; null: the default tenant
);
grant select, insert on tenant to ${app};

-- Numbers that people read out over the phone: per tenant, per kind, per year, without gaps that matter.
create table running_number (
  tenant text not null default current_tenant(),
  kind   text not null,
  year   int  not null,
  last   bigint not null,
  primary key (tenant, kind, year)
);
select protect('running_number');
