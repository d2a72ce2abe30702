package org.mailboxremediation.mailbox;

import java.util.List;

/**
 * A mailbox as its provider shows it.
 *
 * @param enabled whether anyone may log in
 * @param displayName may be empty
 * @param forwarding addresses that mail is forwarded to
 * @param saveForwarded whether a copy of forwarded mail stays
 * @param autoReply whether the auto-reply is on
 * @param autoReplyText its text, may be empty
 */
public record MailboxState(
        boolean enabled,
        String displayName,
        List<String> forwarding,
        boolean saveForwarded,
        boolean autoReply,
        String autoReplyText) {

    public MailboxState {
        forwarding = List.copyOf(forwarding);
    }
}
