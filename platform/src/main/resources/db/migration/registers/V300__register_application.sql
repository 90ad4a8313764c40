-- Applications for a register. Where each stands is its case; here is what was stated, and what officials found instead.
create table register_application (
  tenant       text not null default current_tenant(),
  id           uuid not null,
  case_id      uuid not null,
  measure      text not null,
  version      text not null,
  register     text not null,            -- role prefix of the register within the measure
  party        uuid not null,
  credit_code  text not null,
  party_class  text not null,
  stated       jsonb not null default '{}',
  verified     jsonb not null default '{}',  -- what an official read from the papers, where it differs or was confirmed
  declared_at  timestamptz,
  submitted_on date,                     -- the day as of which the conditions are decided
  open         boolean not null default true,
  saved_at     timestamptz not null,
  primary key (tenant, id)
);
select protect('register_application');
create unique index register_application_case on register_application (tenant, case_id);
-- One open application per register: a second click goes on with the first.
create unique index register_application_open on register_application (tenant, measure, register, credit_code) where open;

-- An enterprise recommends an institution that it has worked with.
create table register_recommendation (
  tenant      text not null default current_tenant(),
  id          uuid not null,
  measure     text not null,
  register    text not null,
  party       uuid not null,
  by_party    uuid not null,
  since       date not null,
  statement   text not null check (length(trim(statement)) > 0),
  at          timestamptz not null,
  account     uuid not null,
  primary key (tenant, id),
  unique (tenant, measure, register, party, by_party),
  check (party <> by_party)
);
select protect('register_recommendation');
