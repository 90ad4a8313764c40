-- What the treasury answered, as it came. The same file read again is recognised by its hash.
create table payout_return (
  tenant    text not null default current_tenant(),
  return_id uuid not null,
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  content   bytea not null,
  paid      int not null,
  bounced   int not null,
  known     int not null,               -- lines whose answer had been read before
  paid_fen  bigint not null,
  read_by   uuid,
  read_name text not null,
  read_at   timestamptz not null,
  primary key (tenant, return_id),
  unique (tenant, sha256)
);
select protect('payout_return', 'select, insert');
