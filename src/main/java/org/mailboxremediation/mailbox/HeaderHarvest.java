package org.mailboxremediation.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.MessageSet;
import org.mailboxremediation.mailbox.PastMail.Sample;

/**
 * Header blocks from one mailbox's folders, bounded in number and time. They are taken as raw bytes: no mail library reads
 * what strangers wrote.
 */
final class HeaderHarvest {

    private static final int BATCH = 50;
    private static final int MOST_FOLDERS = 50;
    /** A little more than our own reader takes, so that it can tell what is too long. */
    private static final String HEADER = "BODY.PEEK[HEADER]<0.262200>";

    private final int most;
    private final long end;
    private final List<byte[]> headers = new ArrayList<>();
    private boolean begun;
    private boolean whole = true;

    HeaderHarvest(int most, Duration time) {
        this.most = most;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Goes through the inbox first, then through the other folders. */
    synchronized void reap(Store store, Instant since) throws MessagingException {
        reap(store.getFolder("INBOX"), since);
        Folder[] folders = store.getDefaultFolder().list("*");
        for (int i = 0; i < folders.length && !isOver(); i++) {
            boolean readable = (folders[i].getType() & Folder.HOLDS_MESSAGES) != 0 && i < MOST_FOLDERS;
            if (readable && !folders[i].getFullName().equalsIgnoreCase("INBOX")) {
                reap(folders[i], since);
            }
        }
    }

    /** Whether the mailbox was let in to. */
    synchronized boolean isBegun() {
        return begun;
    }

    synchronized Sample sample() {
        return new Sample(true, headers, whole);
    }

    private void reap(Folder folder, Instant since) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        begun = true;
        try {
            Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
            for (int last = found.length; last > 0 && !isOver(); last -= BATCH) {
                int first = Math.max(0, last - BATCH);
                int[] numbers = new int[last - first];
                for (int i = first; i < last; i++) {
                    numbers[i - first] = found[i].getMessageNumber();
                }
                ((IMAPFolder) folder).doCommand(protocol -> fetch(protocol, MessageSet.createMessageSets(numbers)));
            }
        } finally {
            folder.close(false);
        }
    }

    private Object fetch(IMAPProtocol protocol, MessageSet[] messages) throws ProtocolException {
        Response[] responses = protocol.fetch(messages, HEADER);
        for (Response response : responses) {
            BODY body = response instanceof FetchResponse fetched ? fetched.getItem(BODY.class) : null;
            ByteArray header = body == null ? null : body.getByteArray();
            if (header != null && headers.size() < most) {
                headers.add(header.getNewBytes());
            }
        }
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return this;
    }

    private boolean isOver() {
        boolean over = headers.size() >= most || System.nanoTime() > end;
        whole &= !over;
        return over;
    }
}
