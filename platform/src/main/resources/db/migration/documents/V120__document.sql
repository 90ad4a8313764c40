-- Evidence: the file itself lies in the content store under its SHA-256; several documents may share one content.
create table document (
  tenant        text not null default current_tenant(),
  id            uuid not null,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes    bigint not null check (size_bytes > 0),
  media_type    text not null,
  file_name     text not null,
  owner_party   uuid,
  material_code text not null,
  issued        date,                  -- its own date; how long it counts from there is the measure's to say
  expires       date,                  -- last day that it names itself
  uploaded_at   timestamptz not null,
  uploaded_by   uuid,
  uploader_name text not null,
  primary key (tenant, id),
  check (expires >= issued)
);
create index document_vault on document (tenant, owner_party, material_code, uploaded_at desc) where owner_party is not null;
create index document_content on document (tenant, sha256);
select protect('document');
-- Reminders that went out: each once.
create table document_reminder (
  tenant      text not null default current_tenant(),
  document_id uuid not null,
  lapsed      boolean not null,
  primary key (tenant, document_id, lapsed),
  foreign key (tenant, document_id) references document
);
select protect('document_reminder', 'select, insert');
