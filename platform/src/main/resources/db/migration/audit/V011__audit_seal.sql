-- The hash chain: each seal covers one record and the seal before it, so that changing, removing or inserting one shows.
create table audit_seal (
  tenant    text not null default current_tenant(),
  number    bigint not null check (number > 0),
  record    uuid not null,
  hash      bytea not null check (length(hash) = 32),
  tx        xid8 not null,
  position  bigint not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (tenant, number),
  unique (tenant, record),
  foreign key (tenant, record) references audit_record
);
select protect('audit_seal', 'select, insert');
