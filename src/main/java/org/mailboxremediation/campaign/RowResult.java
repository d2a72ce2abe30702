package org.mailboxremediation.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A row and what became of it.
 *
 * @param row its place, from 0
 * @param mailbox whose it is
 * @param outcome what became of it
 * @param reason why it was rejected; null otherwise
 * @param incident the case it opened or was added to; null where there is none
 */
public record RowResult(
        int row,
        String mailbox,
        RowOutcome outcome,
        @Nullable Rejection reason,
        @Nullable String incident) {}
