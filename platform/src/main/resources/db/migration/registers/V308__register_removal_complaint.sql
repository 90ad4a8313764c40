-- Complaints about its service to which the proposal to remove an institution refers.
create table register_removal_complaint (
  tenant       text not null default current_tenant(),
  removal_id   uuid not null,
  complaint_id uuid not null,
  primary key (tenant, removal_id, complaint_id),
  foreign key (tenant, removal_id) references register_removal (tenant, id),
  foreign key (tenant, complaint_id) references service_complaint (tenant, id)
);
select protect('register_removal_complaint', 'select, insert');
