-- The token, printed at start, by which the first administrator is made. Only its hash is kept; it works once.
create table setup_token (
  tenant     text not null default current_tenant(),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  made_at    timestamptz not null default now(),
  used_at    timestamptz,
  primary key (tenant, token_hash)
);
select protect('setup_token');
