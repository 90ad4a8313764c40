-- One e-mail to one address; tried again with growing pauses until sent or given up.
create table notification_mail (
  tenant          text not null default current_tenant(),
  notification_id uuid not null,
  mail_to         text not null,
  tries           int not null default 0,
  next_try_at     timestamptz not null,
  sent_at         timestamptz,
  failure         text,
  primary key (tenant, notification_id, mail_to),
  foreign key (tenant, notification_id) references notification
);
create index notification_mail_waiting on notification_mail (tenant, next_try_at) where sent_at is null;
select protect('notification_mail');
