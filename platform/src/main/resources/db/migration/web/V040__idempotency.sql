-- What was answered to a state-changing request, so that a retry gets the same answer and has no second effect.
-- The row is written in the transaction of the request itself: no answer is kept for what did not happen.
create table idempotency_key (
  tenant       text not null default current_tenant(),
  account      uuid not null,                -- all zeros: a visitor; their keys are unguessable by length
  key          text not null check (length(key) between 1 and 100),
  request_hash bytea not null,
  status       smallint,
  headers      jsonb,
  body         bytea check (length(body) <= 2097152),
  kept_on      date not null,
  primary key (tenant, account, key)
);
select protect('idempotency_key');
create index on idempotency_key (tenant, kept_on);
