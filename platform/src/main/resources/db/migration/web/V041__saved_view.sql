-- A list as somebody keeps it: its filters and order under a name. Theirs alone; no case rests on it.
create table saved_view (
  tenant   text not null default current_tenant(),
  account  uuid not null,
  id       uuid not null,
  list     text not null check (list ~ '^/[A-Za-z0-9/_-]*$' and list !~ '//'),   -- the path of the list
  name     text not null check (length(name) between 1 and 40),
  query    text not null check (length(query) <= 1000),                          -- as it stands in the URL
  primary key (tenant, account, id),
  unique (tenant, account, list, name)
);
select protect('saved_view');
