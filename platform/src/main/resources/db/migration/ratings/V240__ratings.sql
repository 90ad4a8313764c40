-- Ratings: the tables take rows and never change one, so that a grade, an answer and a follow-up are given once and stay.
create table rating (
  tenant        text not null default current_tenant(),
  id            uuid not null,
  contract_id   uuid not null,
  client_id     uuid not null,
  provider_id   uuid not null,
  grade         int  not null check (grade between 1 and 5),
  comment       text,
  rated_on      date not null,
  rated_at      timestamptz not null,
  rated_by      uuid,
  follow_up_due date,
  primary key (tenant, id),
  unique (tenant, contract_id),
  foreign key (tenant, contract_id) references contract
);
create index rating_of_provider on rating (tenant, provider_id, grade);
select protect('rating', 'select, insert');

create table rating_answer (
  tenant      text not null default current_tenant(),
  rating_id   uuid not null,
  text        text not null,
  answered_at timestamptz not null,
  answered_by uuid,
  primary key (tenant, rating_id),
  foreign key (tenant, rating_id) references rating
);
select protect('rating_answer', 'select, insert');

create table rating_follow_up (
  tenant     text not null default current_tenant(),
  rating_id  uuid not null,
  finding    text not null,
  decided_at timestamptz not null,
  decided_by uuid,
  by_name    text not null,
  primary key (tenant, rating_id),
  foreign key (tenant, rating_id) references rating
);
select protect('rating_follow_up', 'select, insert');

-- A rating is of a completed contract and by its own two sides, whatever the application thinks.
create function rating_is_of_a_completed_contract() returns trigger language plpgsql as $$
begin
  if not exists (select from contract c where c.tenant = new.tenant and c.id = new.contract_id and c.state = 'COMPLETED'
                    and c.client_id = new.client_id and c.provider_id = new.provider_id) then
    raise exception 'rating_before_completion' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger rating_needs_completion before insert on rating
  for each row execute function rating_is_of_a_completed_contract();

-- Nobody follows up a rating by or of a party that they are related to.
create function rating_follow_up_unrelated() returns trigger language plpgsql as $$
begin
  if exists (select from rating r
              where r.tenant = new.tenant and r.id = new.rating_id
                and (party_related_to_account(new.decided_by, r.client_id) or party_related_to_account(new.decided_by, r.provider_id))) then
    raise exception 'nobody decides on a party that they are related to'
      using errcode = 'check_violation', constraint = tg_name;
  end if;
  return new;
end $$;
create trigger rating_follow_up_unrelated before insert on rating_follow_up
  for each row execute function rating_follow_up_unrelated();
