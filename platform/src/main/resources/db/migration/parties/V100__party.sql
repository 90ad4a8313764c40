-- One row per legal entity and tenant; the credit code is what it is known by (bars follow it).
create table party (
  tenant        text not null default current_tenant() references tenant,
  id            uuid not null,
  credit_code   text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
  name          text not null check (length(name) between 2 and 120),
  kinds         text[] not null check (cardinality(kinds) > 0
                  and kinds <@ array['HOLDER_ENTERPRISE', 'HOLDER_PROJECT', 'INSTITUTION']),
  party_class   text not null check (party_class in ('COMPANY', 'PUBLIC_INSTITUTION', 'ASSOCIATION')),
  area          text not null,
  founded_on    date not null,
  industry      text,
  legal_person  boolean not null,
  tax_compliant boolean not null,
  contact_name  text not null,
  phone         text not null constraint party_phone_encrypted check (phone like 'sm4:%'),
  email         text,
  address       text not null,
  registered_on date not null,
  verified_on   date,
  verified_by   uuid,
  version       int not null default 1,
  primary key (tenant, id),
  unique (tenant, credit_code),
  check ((verified_on is null) = (verified_by is null))
);
select protect('party');
create index party_name on party using gin (name gin_trgm_ops);
create index party_registered on party (tenant, registered_on desc, id);

-- A project has one owner: the code of the provincial platform is unique. Whether it is filed there is empty until an
-- official has looked.
create table project (
  tenant   text not null default current_tenant(),
  id       uuid not null,
  party_id uuid not null,
  code     text not null check (length(code) between 8 and 40),
  name     text not null,
  area     text not null,
  filed    boolean,
  primary key (tenant, id),
  unique (tenant, code),
  foreign key (tenant, party_id) references party (tenant, id)
);
select protect('project');
create index project_owner on project (tenant, party_id, id);
