package org.mailboxremediation.mailbox;

import java.time.Instant;
import java.util.List;
import org.mailboxremediation.incident.MailboxAddress;

/** Reads the headers of mail that has arrived, where an administrator gave the product leave to look. */
public interface PastMail {

    /** Reads what arrived since then, newest first. Takes some seconds at most, and never throws. Not for transactions. */
    Sample since(MailboxAddress mailbox, Instant since);

    /**
     * What was found.
     *
     * @param available whether the mailbox could be looked into at all
     * @param headers a message's header block each, as it stands there
     * @param whole whether that is all of it; if not, time or number ran out
     */
    record Sample(boolean available, List<byte[]> headers, boolean whole) {

        /** Nobody gave leave, or the server did not let in. */
        public static final Sample UNAVAILABLE = new Sample(false, List.of(), false);

        /** Copies the list. */
        public Sample {
            headers = List.copyOf(headers);
        }
    }
}
