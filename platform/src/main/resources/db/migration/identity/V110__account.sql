-- One account per person; a service account is one too. Officials have one role, so that no person combines two offices.
create table account (
  tenant          text not null default current_tenant() references tenant,
  id              uuid not null,
  login           text not null check (login ~ '^[a-z0-9._@-]{3,64}$'),
  name            text not null check (length(name) between 1 and 60),
  roles           text[] not null,
  party_id        uuid,
  agency          text,
  funders         text[] not null default '{}',
  email           text,
  password_hash   text,
  password_set_at timestamptz not null,
  must_change     boolean not null,
  disabled        boolean not null default false,
  failures        int not null default 0,
  locked_until    timestamptz,
  -- Grows whenever what the account may do, or its password, changes: every session of an older version has ended.
  version         int not null default 1,
  last_sign_in    timestamptz,
  opened_at       timestamptz not null,
  primary key (tenant, id),
  unique (tenant, login),
  foreign key (tenant, party_id) references party (tenant, id),
  constraint account_of_party_or_agency check (
    (party_id is not null and agency is null and funders = '{}'
       and cardinality(roles) between 1 and 2 and roles <@ array['ENTERPRISE', 'INSTITUTION'])
    or (party_id is null and agency is not null
       and cardinality(roles) = 1 and roles <@ array['CENTRE', 'BUREAU', 'FINANCE', 'REVIEWER', 'AUDITOR', 'ADMIN']))
);
select protect('account', 'select, insert, update');
create index account_party on account (tenant, party_id) where party_id is not null;

alter table account_tie add foreign key (tenant, account_id) references account (tenant, id);
