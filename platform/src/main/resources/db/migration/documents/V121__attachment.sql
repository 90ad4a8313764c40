-- What a document is evidence for: one document serves many cases ("nothing asked twice").
create table attachment (
  tenant        text not null default current_tenant(),
  document_id   uuid not null,
  subject_kind  text not null,
  subject       uuid not null,
  material_code text not null,
  attached_at   timestamptz not null,
  attached_by   uuid,
  primary key (tenant, subject_kind, subject, material_code, document_id),
  foreign key (tenant, document_id) references document
);
create index attachment_document on attachment (tenant, document_id);
select protect('attachment');
