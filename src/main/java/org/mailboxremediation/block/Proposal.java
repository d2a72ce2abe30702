package org.mailboxremediation.block;

import org.mailboxremediation.mailbox.BlockListKind;

/**
 * An entry that an origin report suggests.
 *
 * @param kind which of the provider's lists it belongs in
 * @param entry as the list takes it, lower-cased
 * @param judgement whether it may be blocked
 * @param grounds why it is suggested
 */
public record Proposal(BlockListKind kind, String entry, Judgement judgement, Grounds grounds) {}
