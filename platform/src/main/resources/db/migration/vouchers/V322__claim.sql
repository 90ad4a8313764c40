-- What a holder received in a calendar year, over all batches and funders. Locked by each claim; the check is the last wall.
create table claim_year (
  tenant          text not null default current_tenant(),
  holder          uuid not null,
  applicant_class text not null,
  subject         text not null,           -- '' for all that the holder received, and beside it each project's code
  year            int  not null,
  granted_fen     bigint not null check (granted_fen > 0),
  ceiling_fen     bigint,                  -- null: the last grant was of a batch that counts by the other of the two
  primary key (tenant, holder, applicant_class, subject, year),
  constraint claim_year_ceiling check (granted_fen <= ceiling_fen)
) with (fillfactor = 80);
select protect('claim_year', 'select, insert, update');

create table voucher (
  tenant          text not null default current_tenant(),
  voucher_id      uuid not null,           -- also the id of its ledger account
  number          text not null,
  batch_id        uuid not null,
  line_id         uuid not null,
  holder          uuid not null,
  applicant_class text not null,
  project_id      uuid,                    -- a project owner's
  category        text not null,
  face_fen        bigint not null check (face_fen > 0),
  since           date not null,
  last_day        date not null,
  granted_at      timestamptz not null,
  primary key (tenant, voucher_id),
  unique (tenant, number),
  check (last_day >= since)
  -- No foreign key to the batch, here and below: its tally is locked by whoever claims, it is never deleted, and a key would
  -- be asked row by row.
);
create index voucher_holder on voucher (tenant, holder, voucher_id);
create index voucher_batch on voucher (tenant, batch_id, holder);
create index voucher_last_day on voucher (tenant, last_day);
select protect('voucher', 'select, insert');

-- Every claim with its answer. The key makes a retry give the same answer.
create table claim (
  tenant      text not null default current_tenant(),
  claim_id    uuid not null,
  batch_id    uuid not null,
  holder      uuid not null,
  key         text not null check (length(key) between 1 and 200),
  category    text not null,
  project_id  uuid,                        -- the one that was named
  amount_fen  bigint not null,
  outcome     text not null check (outcome in ('GRANTED', 'REFUSED', 'WAITING')),
  voucher_id  uuid,
  decision_id uuid,
  refusals    jsonb,
  account     uuid,
  arrived_at  timestamptz not null,
  draw_place  int check (draw_place > 0),  -- of those that waited for the draw
  receipt     bigint generated always as identity,
  primary key (tenant, claim_id),
  constraint claim_key unique (tenant, holder, key),
  check ((outcome = 'GRANTED') = (voucher_id is not null)),
  check ((outcome = 'REFUSED') = (refusals is not null))
);
create index claim_batch on claim (tenant, batch_id, claim_id);
create unique index claim_drawn on claim (tenant, batch_id, draw_place) where draw_place is not null;
select protect('claim', 'select, insert');
-- Only the answer of a claim that waits for the draw is given later.
grant update (outcome, voucher_id, decision_id, refusals, draw_place) on claim to ${app};
