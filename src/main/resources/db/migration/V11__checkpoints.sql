-- Signed ends of the chains. What is published stands in a file, too, where the database's owner does not reach.

create table chain_checkpoint (
    case_id      varchar(36) not null,
    sequence     bigint      not null,
    hash         varchar(64) not null,
    at           timestamp(6) with time zone not null,
    key_id       varchar(16) not null,
    signature    varchar(96) not null,
    published_at timestamp(6) with time zone,
    primary key (case_id, sequence)
);
create index chain_checkpoint_unpublished on chain_checkpoint (published_at, at);
