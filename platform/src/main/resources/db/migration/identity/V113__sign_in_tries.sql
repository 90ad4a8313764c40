-- Failed sign-ins of one client address within a window of time, counted for all instances together. One row per address.
create table sign_in_tries (
  tenant  text not null default current_tenant(),
  address text not null,
  tries   int not null,
  ends_at timestamptz not null,
  primary key (tenant, address)
);
select protect('sign_in_tries');
create index sign_in_tries_over on sign_in_tries (tenant, ends_at);
