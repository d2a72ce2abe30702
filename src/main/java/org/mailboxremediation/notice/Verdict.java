package org.mailboxremediation.notice;

import org.jspecify.annotations.Nullable;

/**
 * What became of a notice.
 *
 * @param notice as it was queued
 * @param status how far it has come
 * @param reason why it was withheld or failed, a fixed sentence; null otherwise
 */
record Verdict(Notice notice, NoticeStatus status, @Nullable String reason) {

    private static final String REFUSED = "The mail server refused this recipient.";

    static Verdict withheld(Notice notice, String reason) {
        return new Verdict(notice, NoticeStatus.WITHHELD, reason);
    }

    static Verdict sent(Notice notice) {
        return new Verdict(notice, NoticeStatus.SENT, null);
    }

    static Verdict refused(Notice notice) {
        return new Verdict(notice, NoticeStatus.FAILED, REFUSED);
    }

    String incidentId() {
        return notice.incidentId();
    }
}
