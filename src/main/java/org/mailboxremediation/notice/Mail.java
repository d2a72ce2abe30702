package org.mailboxremediation.notice;

import org.jspecify.annotations.Nullable;

/**
 * A letter to one recipient.
 *
 * @param id what its Message-ID is made of: the same for a repeat
 * @param recipient an address
 * @param attachment null for none
 */
record Mail(
        String id,
        String recipient,
        Letter letter,
        @Nullable Attachment attachment) {

    /**
     * A text file.
     *
     * @param name in plain ASCII
     */
    record Attachment(String name, String text) {}
}
