-- Who is signed in. The browser holds a random token, the database its hash: any instance serves any request.
create table session (
  tenant     text not null default current_tenant(),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  role       text not null,
  version    int not null,
  -- False for a session of the demo's door: who came in without a password need not change one.
  by_password boolean not null default true,
  began_at   timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  idle       interval,            -- null: ends only at ends_at (tokens of service accounts)
  ends_at    timestamptz not null,
  primary key (tenant, token_hash),
  foreign key (tenant, account_id) references account (tenant, id)
);
select protect('session');
create index session_account on session (tenant, account_id);
create index session_over on session (tenant, ends_at);

-- Looks a session up in one round trip, before any transaction of the request begins; that is why it runs with its
-- owner's rights and names the tenant itself. It notes the visit at most once a minute.
create function session_actor(in_tenant text, in_token_hash text)
returns table (account uuid, name text, role text, roles text[], party uuid, agency text, funders text[],
               must_change boolean, idle_until timestamptz)
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select s.token_hash, a.id, a.name, s.role, a.roles, a.party_id, a.agency, a.funders, a.must_change and s.by_password as must_change, s.seen_at,
           least(s.ends_at, now() + s.idle) as idle_until
      from session s join account a on a.tenant = s.tenant and a.id = s.account_id
     where s.tenant = in_tenant and s.token_hash = in_token_hash
       and not a.disabled and a.version = s.version and s.role = any(a.roles)
       and s.ends_at > now() and (s.idle is null or s.seen_at + s.idle > now())
  ), seen as (
    update session s set seen_at = now() from live
     where s.tenant = in_tenant and s.token_hash = live.token_hash and s.seen_at < now() - interval '1 minute'
  )
  select id, name, role, roles, party_id, agency, funders, must_change, idle_until from live
$$;
revoke all on function session_actor(text, text) from public;
grant execute on function session_actor(text, text) to ${app};
