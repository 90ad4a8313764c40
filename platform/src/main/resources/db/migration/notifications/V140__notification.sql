-- Messages, addressed to an account, to whoever belongs to a party, or to a desk (role and funder).
-- The table is the outbox for e-mail: mail_due rows wait for the job.
create table notification (
  tenant     text not null default current_tenant(),
  id         uuid not null,
  address    text not null,      -- account:<id>, party:<id>, role:<ROLE>:<funder or *>
  subject_zh text not null,
  subject_en text not null,
  body_zh    text not null,
  body_en    text not null,
  link       text not null,
  provision  text,
  told_at    timestamptz not null,
  mail_due   boolean not null,
  primary key (tenant, id)
);
create index notification_address on notification (tenant, address, told_at desc);
create index notification_mail_due on notification (tenant, told_at) where mail_due;
select protect('notification');

create table notification_read (
  tenant          text not null default current_tenant(),
  account         uuid not null,
  notification_id uuid not null,
  read_at         timestamptz not null,
  primary key (tenant, account, notification_id),
  foreign key (tenant, notification_id) references notification
);
select protect('notification_read', 'select, insert');
